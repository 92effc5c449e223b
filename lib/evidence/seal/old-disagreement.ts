import type { Disagreement } from '../../extract/compare-witnesses.ts'

/** As Docket noted it first: every field, what was read of the page against its data call. */
export interface OldDisagreement {
  field: Disagreement['field']
  page: unknown
  call: unknown
}

export const comparedWithCall = ({ field, page, call }: OldDisagreement): Disagreement => ({
  field,
  shown: page,
  stated: call,
  statedBy: 'data-call',
})
