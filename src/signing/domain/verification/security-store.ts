import { readCertificate } from '../certificates/certificate.js';
import type { CarriedMaterial } from '../certificates/trust-judgement.js';
import { readable } from '../der/readable.js';
import type { FileState } from '../../../files/domain/pdf/file-state.js';
import { PdfMalformed } from '../../../files/domain/pdf/limits.js';
import { PdfArray, PdfStream, type PdfValue } from '../../../files/domain/pdf/values.js';

const MAX_ITEMS = 128;

/** Certificates, lists and responses of the document's security store; what cannot be read is left out. */
export function readSecurityStore(state: FileState): CarriedMaterial {
  const store = state.dictionary(state.catalog.raw('DSS'));
  const streams = (key: string): Buffer[] => streamsOf(state, store?.raw(key) ?? null);
  return {
    certificates: readable(streams('Certs'), readCertificate),
    crls: streams('CRLs'),
    ocsps: streams('OCSPs'),
  };
}

function streamsOf(state: FileState, value: PdfValue): Buffer[] {
  const list = state.resolve(value);
  return (list instanceof PdfArray ? list.items.slice(0, MAX_ITEMS) : []).flatMap((item) => {
    const stream = state.resolve(item);
    if (!(stream instanceof PdfStream)) return [];
    try {
      return [state.file.decode(stream)];
    } catch (error) {
      if (error instanceof PdfMalformed) return [];
      throw error;
    }
  });
}
