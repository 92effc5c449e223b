import type { ReviewFilter } from './review-filter.ts'

export const reviewColumns = [
  'verdict',
  'right',
  'seller',
  'price',
  'keyword',
  'evidence',
  'flagged',
  'review',
  'note',
] as const
/** A column of the table that may be hidden; the listing itself always stands first. */
export type ReviewColumn = (typeof reviewColumns)[number]

export interface SavedFilter {
  name: string
  filter: ReviewFilter
}

/** How the person arranged the table. */
export interface ReviewSettings {
  columns: ReviewColumn[]
  saved: SavedFilter[]
}

export const firstSettings: ReviewSettings = {
  columns: ['verdict', 'right', 'seller', 'evidence', 'flagged', 'review'],
  saved: [],
}

/** Port: where they are kept. */
export interface ReviewSettingsStore {
  read(): Promise<ReviewSettings>
  change(change: (settings: ReviewSettings) => ReviewSettings): Promise<void>
}

/** With this filter under this name; one of the same name is replaced. */
export const withSaved = (settings: ReviewSettings, saved: SavedFilter): ReviewSettings => ({
  ...settings,
  saved: [...settings.saved.filter(({ name }) => name !== saved.name), saved].sort((one, other) =>
    one.name.localeCompare(other.name),
  ),
})

export const withoutSaved = (settings: ReviewSettings, name: string): ReviewSettings => ({
  ...settings,
  saved: settings.saved.filter((one) => one.name !== name),
})

/** The column shown or hidden; columns keep their order. */
export const withColumn = (
  settings: ReviewSettings,
  column: ReviewColumn,
  isShown: boolean,
): ReviewSettings => ({
  ...settings,
  columns: reviewColumns.filter((one) => (one === column ? isShown : settings.columns.includes(one))),
})
