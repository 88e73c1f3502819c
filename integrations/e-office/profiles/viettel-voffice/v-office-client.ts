import type { SpoolFolder } from '../../../../src/platform/spool/spool.js';
import { readAnswer } from '../../soap/client/answer.js';
import { CONTENT_TYPE, envelopeXml } from '../../soap/envelope.js';
import { HttpPost } from '../../soap/client/http-post.js';
import type { HttpPostOptions } from '../../soap/client/http-post.js';
import { writeRequest } from '../../soap/client/request.js';
import { filledIn } from '../../soap/client/outgoing-body.js';
import { AUTO_SIGN_CONTRACT } from './v-office-wire.js';
import type { AutoSignOperations } from './v-office-wire.js';

export interface VOfficeClientOptions extends HttpPostOptions {
  /** Where long files wait that come in answers. */
  readonly spools: SpoolFolder;
}

/** Calls operations of vOffice: SOAP 1.1, no header, an empty action; accounts travel inside the messages. */
export class VOfficeClient {
  private readonly post: HttpPost;

  constructor(private readonly options: VOfficeClientOptions) {
    this.post = new HttpPost(options);
  }

  /**
   * The caller releases the files that it gets.
   *
   * @throws OutsideUnavailable the same request may be made again later
   * @throws OutsideRefused never again by itself
   */
  async call<Name extends keyof AutoSignOperations>(
    name: Name,
    request: AutoSignOperations[Name]['request'],
  ): Promise<AutoSignOperations[Name]['response']> {
    const { xml, bytesByName } = writeRequest(AUTO_SIGN_CONTRACT, name, request);
    const headers = { 'Content-Type': CONTENT_TYPE['1.1'], SOAPAction: '""' };
    const { maxResponseBytes: maxBytes, spools } = this.options;
    const body = filledIn(envelopeXml('1.1', xml), bytesByName);
    return this.post.exchange({ operation: name, body, headers }, (answer) =>
      readAnswer(AUTO_SIGN_CONTRACT, name, answer, { maxBytes, spools }),
    );
  }

  /** Gives the kept connections back; calls under way break off. */
  close(): void {
    this.post.close();
  }
}
