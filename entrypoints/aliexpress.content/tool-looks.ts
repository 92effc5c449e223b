/** How the tools of the second script look: menu and dialogs, in the floating layer. */
export const toolLooks = `
.menu{position:fixed;min-width:196px;padding:5px;display:grid;z-index:3}
.menu button{display:flex;align-items:center;gap:8px;min-height:30px;padding:4px 9px;border-radius:8px}
.menu button:hover,.menu button:focus{background:var(--hover)}
.menu kbd{margin-inline-start:auto;padding-inline-start:16px;color:var(--soft);font:500 11px/1 ui-monospace,monospace}
.menu hr{border:0;border-top:1px solid var(--line);margin:5px 4px;width:auto}
.menu [aria-checked=true]{font-weight:700}
dialog{margin:auto;border:0;padding:18px;width:min(400px,calc(100vw - 32px))}
dialog::backdrop{background:rgb(0 0 0/.3)}
dialog h2{font-size:15px;font-weight:700;overflow-wrap:anywhere}
dialog p{margin-block-start:4px;color:var(--soft);overflow-wrap:anywhere}
textarea{display:block;width:100%;min-height:110px;margin-block:12px 4px;padding:9px;border:1px solid var(--soft);border-radius:8px;background:var(--paper);color:var(--ink);font-size:13px;line-height:1.45;resize:vertical}
.row{display:flex;justify-content:flex-end;align-items:center;gap:8px;margin-block-start:10px}
.row .left{margin-inline-end:auto;color:var(--soft)}
.button{min-height:32px;padding:6px 14px;border-radius:8px;box-shadow:inset 0 0 0 1px var(--line);font-weight:600}
.button:hover{background:var(--hover)}
.primary{background:var(--focus);color:var(--paper)}
.primary:hover{background:var(--focus);filter:brightness(1.1)}
dl{display:grid;grid-template-columns:auto 1fr;gap:7px 14px;margin-block:12px;align-items:center}
dt,dd{margin:0;font-size:13px}
kbd{font:600 12px/1 ui-monospace,monospace}
dt kbd{display:inline-block;min-width:24px;padding:5px 7px;border-radius:6px;background:var(--hover);text-align:center}
`

/** How the bar by the title of an item looks, beside the tones of judgements. */
export const itemLooks = `
.item{display:grid;gap:6px;margin-block:8px;justify-items:start}
.choices{display:flex;flex-wrap:wrap;gap:6px}
.choice{display:inline-flex;align-items:center;gap:6px;min-height:28px;padding:4px 11px;border-radius:14px;background:var(--paper);color:var(--ink);box-shadow:inset 0 0 0 1px var(--line)}
.choice:hover{background:var(--hover)}
.choice[aria-pressed=true]{font-weight:700;background:var(--ink);color:var(--paper)}
.item .state{display:inline-flex;align-items:center;gap:6px;min-height:28px;padding:4px 10px;border-radius:14px;font-weight:600;box-shadow:none}
.item .state.plain{background:var(--grey-soft);color:var(--grey)}
.hint{padding:6px 11px;border-radius:10px;background:var(--paper);color:var(--ink);box-shadow:inset 0 0 0 1px var(--line);overflow-wrap:anywhere;white-space:pre-line}
@media(forced-colors:active){.choice,.state{border:1px solid CanvasText}.choice[aria-pressed=true]{forced-color-adjust:none;background:Highlight;color:HighlightText;border-color:Highlight}.state.flagged{border-color:Highlight}}
`
