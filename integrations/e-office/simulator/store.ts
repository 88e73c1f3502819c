import { AgencyBook } from './store/agency-book.js';
import { SimulatorDatabase } from './store/database.js';
import { FeedbackBook } from './store/feedback-book.js';
import { IncomingBook } from './store/incoming-book.js';
import { Ledger } from './store/ledger.js';
import { Mailbox } from './store/mailbox.js';
import { NoticeBook } from './store/notice-book.js';
import { NumberBook } from './store/number-book.js';
import { SealedFileBook } from './store/sealed-file-book.js';
import { SignatureBook } from './store/signature-book.js';
import { VOfficeBook } from './v-office/v-office-book.js';

/** Everything that the simulated e-office keeps, room by room, in one file that survives `kill -9`. */
export class SimulatorStore {
  readonly agencies: AgencyBook;
  readonly mailbox: Mailbox;
  readonly ledger: Ledger;
  readonly feedback: FeedbackBook;
  readonly incoming: IncomingBook;
  readonly signatures: SignatureBook;
  readonly numbers: NumberBook;
  readonly sealedFiles: SealedFileBook;
  readonly notices: NoticeBook;
  readonly vOffice: VOfficeBook;

  private constructor(private readonly database: SimulatorDatabase) {
    this.agencies = new AgencyBook(database);
    this.mailbox = new Mailbox(database);
    this.ledger = new Ledger(database);
    this.feedback = new FeedbackBook(database);
    this.incoming = new IncomingBook(database);
    this.signatures = new SignatureBook(database);
    this.numbers = new NumberBook(database);
    this.sealedFiles = new SealedFileBook(database);
    this.notices = new NoticeBook(database);
    this.vOffice = new VOfficeBook(database);
  }

  static open(directory: string): SimulatorStore {
    return new SimulatorStore(SimulatorDatabase.open(directory));
  }

  /** All or nothing over all rooms. */
  atomically<T>(work: () => T): T {
    return this.database.atomically(work);
  }

  close(): void {
    this.database.close();
  }
}
