package org.instantlogs.suite.matrix;

/** By which checks a fault is tried. Servers that conform are always tried by all. */
enum Thoroughness {
    /** By the checks that are on record as having found it, one for each thing that must be found. */
    RECORDED,
    /** By every check of the rules that it breaks. */
    RULES,
    /** By every check there is: shows whether others blame it too. */
    EVERYTHING
}
