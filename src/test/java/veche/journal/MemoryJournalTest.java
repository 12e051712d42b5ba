package veche.journal;

class MemoryJournalTest extends JournalContract {

    private final MemoryJournal kept = new MemoryJournal();

    @Override
    Journal open() {
        return kept;
    }
}
