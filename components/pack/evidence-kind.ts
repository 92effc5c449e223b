/** What sealed evidence can be exported as, as addresses name it. */
export const evidenceKinds = ['evidence', 'web-archive'] as const
export type EvidenceKind = (typeof evidenceKinds)[number]
