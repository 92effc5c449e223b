/** A link that looks like a button of the kit: it leads somewhere, and can be opened in another tab. */
export const linkLook =
  'inline-flex h-8 shrink-0 items-center justify-center gap-1.5 rounded-md border border-line bg-raised px-3 font-medium whitespace-nowrap text-ink hover:bg-hover'
