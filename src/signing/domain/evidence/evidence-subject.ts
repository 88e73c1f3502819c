/** What a judged file was: a letter on its way, an annex of one, a copy, or what another agency sent. */
export const EVIDENCE_SUBJECTS = ['letter', 'annex', 'copy', 'incoming'] as const;
export type EvidenceSubject = (typeof EVIDENCE_SUBJECTS)[number];

/** judged: by the rules · overridden: let on by a leader, for want of evidence · withdrawn: what was let on turned out to be revoked. */
export const EVIDENCE_KINDS = ['judged', 'overridden', 'withdrawn'] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];
