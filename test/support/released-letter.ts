import { OutgoingRegister } from '../../src/documents/index.js';
import { printedCode } from '../../src/documents/domain/register.js';
import { tellCase } from '../../src/drafting/index.js';
import { DraftEntity } from '../../src/drafting/persistence/drafting.entities.js';
import { Dispatches } from '../../src/exchange/index.js';
import { SYSTEM } from '../../src/kernel/actor.js';
import { newId } from '../../src/kernel/ids.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { FileStore } from '../../src/platform/files/file-store.js';
import { Outbox } from '../../src/platform/outbox/outbox.js';
import { SignatureRequestEntity } from '../../src/signing/persistence/signing.entities.js';
import type { TicketEntity } from '../../src/tickets/persistence/tickets.entities.js';
import { sampleOf } from '../../templates/catalogue.js';
import type { TestApp } from './test-app.js';

/** A letter of the agency that was released: signed, in the register, sealed, its reply enqueued. @returns the id of its line */
export async function releasedLetter(
  app: TestApp,
  { id: caseId, incomingDocumentId: replyToId }: Pick<TicketEntity, 'id' | 'incomingDocumentId'>,
): Promise<string> {
  const sealedSha256 = await app.nest.get(FileStore).put(Buffer.from('%PDF-1.7\n%%EOF\n'));
  const [requestId, draftId] = [newId(), newId()];
  const fields = Object(sampleOf('cong-van-tra-loi')) as object;
  const register = app.nest.get(OutgoingRegister);
  const line = { notation: 'SGDĐT-GDTrH', subject: 'V/v trả lời phản ánh', keeper: 'VT', replyToId };
  return app.nest.get(UnitOfWork).run(async (tx) => {
    await tx.insert(DraftEntity, {
      ...{
        id: draftId,
        caseKind: 'ticket',
        caseId,
        round: 1,
        template: 'cong-van-tra-loi',
        templateVersion: '1',
        fields,
      },
      ...{ revision: 1, state: 'done', unitId: 'gdtrh', authorId: 'ngoc', writerId: 'ngoc', contentApproverId: null },
      ...{
        signerId: 'khanh',
        docxSha256: null,
        pdfSha256: null,
        pdfProblem: null,
        returnReason: null,
        keptDetails: null,
      },
      ...{ savedAt: app.clock.now() },
    });
    const { id, number, notation } = await register.number(tx, SYSTEM, {
      ...{ ...line, typeName: 'Công văn', signerName: 'Đỗ Quốc Khánh', recipients: ['Như trên'] },
      signatureRequestId: requestId,
    });
    await tx.insert(SignatureRequestEntity, {
      ...{ id: requestId, clientRequestId: requestId, remoteId: null, remoteRevision: 1, numberThere: null, ...line },
      ...{ state: 'released', draftId, draftRevision: 1, caseKind: 'ticket', caseId, fileId: null, recipients: [] },
      ...{ leaderId: 'khanh', leaderName: 'Đỗ Quốc Khánh', leaderCode: 'LD', submittedById: 'ngoc' },
      ...{ submittedSha256: '0'.repeat(64), signedSha256: null, sealedSha256, proof: null, comment: null },
      ...{ outgoingDocumentId: id, createdAt: app.clock.now(), lastLookAt: null },
    });
    await register.markSealed(tx, SYSTEM, id, sealedSha256);
    await register.markReleased(tx, SYSTEM, id);
    const detail = printedCode(number, notation);
    await tellCase(app.nest.get(Outbox), tx, SYSTEM, { draftId, what: 'released', detail });
    await app.nest.get(Dispatches).reply(tx, { id: replyToId }, { letter: { id, amendment: null }, others: [] });
    return id;
  });
}
