/** Pages of the demo say so in their address: it survives a reload, and leaving it is a step that a person sees. */
const mark = '?demo'

/** Whether this page shows the demo, whose database, anchor and drafts are its own. */
export const isDemoPage: boolean = typeof location !== 'undefined' && location.search === mark

/** An address of the dashboard, in the demo where this page is. */
export const dashboardPath = (hash: string, isDemo = isDemoPage): `/dashboard.html${string}` =>
  `/dashboard.html${isDemo ? mark : ''}${hash}`
