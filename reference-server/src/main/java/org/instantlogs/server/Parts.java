package org.instantlogs.server;

import java.util.Collection;
import org.instantlogs.server.front.FrontParts;
import org.instantlogs.server.session.SessionParts;
import org.instantlogs.server.session.SessionRegistry;
import org.instantlogs.server.session.Sessions;
import org.instantlogs.server.session.Settings;
import org.instantlogs.server.time.Timers;
import org.instantlogs.server.zone.Zones;

/**
 * The parts that a server is put together from. As each method stands here, and in the interfaces above, it makes the right part;
 * who wants another server overrides it.
 */
public interface Parts extends SessionParts, FrontParts {

    /** The right parts. */
    Parts RIGHT = new Parts() {};

    /** So many zones of that owner. */
    default Zones zones(int count, String owner) {
        return Zones.of(count, owner);
    }

    /** The sessions of these zones. */
    default SessionRegistry sessions(Collection<String> zoneIds, Settings settings, Timers realTime) {
        return new Sessions(zoneIds, settings, realTime, this);
    }
}
