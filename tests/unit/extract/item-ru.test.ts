import { describe, expect, test } from 'vitest'
import { comId, extract, hash, valuesOf } from './item-pages.ts'

const url = `https://aliexpress.ru/item/${comId}.html?sku_id=12`

const item = {
  props: {
    id: comId,
    name: 'Northpike лампа',
    gallery: ['a', 'b'].map((letter) => ({
      imageUrl: `https://ae-pic-a1.aliexpress-media.com/kf/${hash(letter)}.jpg`,
    })),
    activeSkuId: '12',
    skuInfo: {
      priceList: [
        { skuId: '11', activityAmount: { value: 0.5, currency: 'RUB', formatted: '0,50 ₽' } },
        {
          skuId: '12',
          activityAmount: { value: 1234.56, currency: 'RUB', formatted: '1 234,56 ₽' },
          amount: { value: 2000, currency: 'RUB', formatted: '2 000 ₽' },
        },
      ],
    },
    sellerId: null,
  },
}

const store = (overrides = {}) => ({
  props: {
    name: 'Northpike Store',
    url: 'https://aliexpress.ru/store/1100036170',
    id: '2660067190',
    chatLink: `https://aliexpress.ru/chat?item_id=${comId}&seller_id=2660067190&sku_id=12`,
    positiveReviews: { percentages: 94.09 },
    ...overrides,
  },
})

const ruPage = (children: unknown[], body = '') =>
  `<html lang="ru"><body><script id="__AER_DATA__" type="application/json">${JSON.stringify({
    widgets: [{ widgetId: 'x', props: {}, children: [{ children }] }],
  })}</script>${body}</body></html>`

describe('aliexpress.ru items', () => {
  test('item and store are found by their shape, the price is that of the active variant', () => {
    expect(valuesOf(extract(ruPage([item, store()]), url))).toEqual({
      comId,
      shownId: comId,
      title: 'Northpike лампа',
      sellerId: '2660067190',
      storeNumbers: ['1100036170'],
      storeName: 'Northpike Store',
      storeUrl: 'https://aliexpress.ru/store/1100036170',
      sellerHidden: false,
      sellerRule: 'state',
      positiveRate: '94.09%',
      price: { text: '1 234,56 ₽', value: 1234.56, currency: 'RUB' },
      listPrice: { text: '2 000 ₽', value: 2000, currency: 'RUB' },
      currency: 'RUB',
      images: [{ hash: hash('a') }, { hash: hash('b') }].map((image) => expect.objectContaining(image)),
      locale: 'ru',
    })
  })

  test('a store whose chat is about another item is not the seller', () => {
    const other = store({
      chatLink: 'https://aliexpress.ru/chat?item_id=1005009999999999&seller_id=2660067190',
    })
    const listing = valuesOf(extract(ruPage([item, other]), url))
    for (const field of ['sellerId', 'storeName', 'storeNumbers']) expect(listing).not.toHaveProperty(field)
  })

  test('the rendered block names the seller where the state does not', () => {
    const block = `<div id="storeInfo"><a href="https://aliexpress.ru/store/1100036170"><div data-testid="store_header">
      <h5 class="RedStoreInfo_Header__title__1gc1b">Northpike Store</h5></div></a></div>
      <a data-testid="seller_chat_btn" href="https://aliexpress.ru/chat?item_id=${comId}&seller_id=2660067190">Chat</a>`
    expect(valuesOf(extract(ruPage([item], block), url))).toMatchObject({
      sellerId: '2660067190',
      storeNumbers: ['1100036170'],
      storeName: 'Northpike Store',
      sellerRule: 'store-link',
    })
  })

  test('block and state that name different sellers name none', () => {
    const block = `<a data-testid="seller_chat_btn" href="https://aliexpress.ru/chat?item_id=${comId}&seller_id=251824557">Chat</a>`
    expect(extract(ruPage([item, store()], block), url).sellerId).toMatchObject({ status: 'unreadable' })
  })
})
