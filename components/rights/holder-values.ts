import { zodResolver } from '@hookform/resolvers/zod'
import type { Resolver } from 'react-hook-form'
import * as z from 'zod'
import type { Holder } from '../../lib/rights/right.ts'
import { documentRefSchema, holderSchema } from '../../lib/rights/right-schema.ts'
import { messageOfIssue, words } from './words.ts'

/** What stands in the form of a holder. */
export const holderValuesSchema = z.object({
  kind: z.string(),
  name: z.string(),
  complainantName: z.string(),
  country: z.string(),
  contactName: z.string(),
  contactEmail: z.string(),
  identityDocuments: z.array(documentRefSchema),
})
export type HolderValues = z.infer<typeof holderValuesSchema>

export const valuesOfHolder = ({ holderId: _id, changedAtMs: _at, ...holder }: Holder): HolderValues => ({
  ...holder,
  country: holder.country ?? '',
})

const holderOfValues = (values: HolderValues, holderId: string, nowMs: number) => ({
  holderId,
  kind: values.kind,
  name: values.name.trim(),
  complainantName: values.complainantName.trim(),
  country: values.country || null,
  contactName: values.contactName.trim(),
  contactEmail: values.contactEmail.trim(),
  identityDocuments: values.identityDocuments,
  changedAtMs: nowMs,
})

/** The schema of imports, and a name: lists and rights show the holder by nothing else. */
const namedHolderSchema = holderSchema.refine(({ name }) => name !== '', {
  path: ['name'],
  message: words.holder.nameMissing,
})

export function holderResolver(
  holderId: string,
  nowMs: () => number,
): Resolver<HolderValues, unknown, Holder> {
  const schema = z.preprocess(
    (values) => holderOfValues(values as HolderValues, holderId, nowMs()),
    namedHolderSchema,
  )
  return zodResolver(schema as unknown as z.ZodType<Holder, HolderValues>, { error: messageOfIssue })
}
