package org.instantlogs.suite.probe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class RoomTest {

    @Test
    void isSharedByAllSocketsAndGivenBack() {
        Room room = new Room(20_000);
        Room.Part one = room.part();
        Room.Part other = room.part();

        assertThat(one.takeFrame(1_000)).isTrue();
        assertThat(other.takeFrame(1_000)).isTrue();
        assertThat(other.takeFrame(1_000)).isFalse();

        one.giveBack();
        assertThat(one.takeFrame(0)).isFalse();
        assertThat(other.takeFrame(1_000)).isTrue();
    }

    @Test
    void countsMessagesAndLinesOfNoBytes() {
        Room room = new Room(10 * 1024);
        Room.Part part = room.part();

        assertThat(part.takeLines(9)).isTrue();
        assertThat(part.takeFrame(0)).isTrue();
        assertThat(part.takeFrame(0)).isFalse();
        assertThat(part.takeLines(1)).isFalse();
    }

    @Test
    void doesNotCountWhatFoundNoRoom() {
        Room.Part part = new Room(10_000).part();

        assertThat(part.takeFrame(64 * 1024 * 1024)).isFalse();
        assertThat(part.takeFrame(1_000)).isTrue();
    }
}
