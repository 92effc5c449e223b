import * as z from 'zod'
import type { Moment } from '../core/clock.ts'
import { isSiteUrl } from '../site/hosts.ts'
import type { Sighting } from './sighting.ts'

/**
 * What is accepted as a sighting, from a content script or from an imported record. Never imported by page code:
 * zod is larger than the whole content script.
 */

const shortText = z.string().max(300)
const siteUrl = z
  .string()
  .max(8000)
  .refine((text) => URL.canParse(text) && isSiteUrl(new URL(text)), 'not a page of AliExpress')

export const momentSchema = z.strictObject({
  wallMs: z.number().int().positive(),
  monotonicMs: z.number().nonnegative(),
  offsetMinutes: z.number().int().min(-900).max(900),
}) satisfies z.ZodType<Moment>

export const sightingSchema = z.strictObject({
  pageUrl: siteUrl,
  canonicalUrl: z
    .url({ protocol: /^https?$/ })
    .max(8000)
    .nullable(),
  site: z.enum(['com', 'us', 'ru']),
  pageKind: z.enum(['item', 'search', 'category', 'store', 'bundle', 'campaign']),
  // Challenge, login, loading and unknown pages never become evidence (invariant 5).
  pageState: z.enum(['ready', 'removed']),
  locale: shortText.nullable(),
  currency: shortText.nullable(),
  shipTo: shortText.nullable(),
  keyword: z.string().max(1000).nullable(),
  sort: shortText.nullable(),
  resultsPage: z.number().int().positive().max(10_000).nullable(),
  rank: z.number().int().positive().max(10_000).nullable(),
  sponsored: z.boolean().nullable(),
  seenAt: momentSchema,
  viewport: z.strictObject({
    width: z.number().nonnegative(),
    height: z.number().nonnegative(),
    pixelRatio: z.number().positive(),
    scrollX: z.number(),
    scrollY: z.number(),
  }),
}) satisfies z.ZodType<Sighting>
