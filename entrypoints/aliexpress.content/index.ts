import { defineContentScript } from 'wxt/utils/define-content-script'

export default defineContentScript({
  matches: ['*://*.aliexpress.com/*', '*://*.aliexpress.us/*', '*://*.aliexpress.ru/*'],
  runAt: 'document_idle',
  noScriptStartedPostMessage: true,
  main() {},
})
