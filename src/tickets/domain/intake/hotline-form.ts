/** The hotline's own form of the feedback: it holds the sender whole and is no file of the citizen. */
const HOTLINE_FORM = 'phan-anh.json';

/** Whether a file that came with a document may be opened as a file of the citizen. */
export function isCitizenFile({ name }: { readonly name: string }): boolean {
  return name.toLowerCase() !== HOTLINE_FORM;
}
