package org.instantlogs.suite.matrix;

/** By which checks a target is tried. */
enum Thoroughness {
    /**
     * A fault by the checks that are on record as having found it, one for each thing that must be found; a server that conforms by
     * the checks of the rules that it touches, and one of each case class of a twelfth of them.
     */
    RECORDED,
    /** A fault by every check of the rules that it breaks, a server that conforms by every check there is. */
    RULES,
    /** By every check there is: shows whether others blame it too. */
    EVERYTHING
}
