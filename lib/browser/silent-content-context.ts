/**
 * Stands in for WXT's ContentScriptContext (aliased in wxt.config.ts).
 *
 * WXT's own class dispatches a CustomEvent named after the extension's id on the page's document and
 * listens for a forged copy of it. Both would let a page that knows the public id detect Docket or switch
 * it off (DESIGN invariant 8). Docket's content script needs nothing of it.
 */
export class ContentScriptContext {}
