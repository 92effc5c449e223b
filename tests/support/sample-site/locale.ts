/** How one of the sample shop's locale sites looks and writes prices. */
export interface SampleLocale {
  host: string
  /** <html lang>. */
  lang: string
  direction: 'ltr' | 'rtl'
  /** Site code as the page's own state says it. */
  site: string
  currency: string
  /** Units of the currency for one US dollar. */
  rate: number
  formatPrice: (value: number) => string
  words: {
    sold: string
    preview: string
    similar: string
    cart: string
    search: string
    reviews: string
    store: string
  }
}

const english = {
  sold: 'sold',
  preview: 'See preview',
  similar: 'Similar items',
  cart: 'Add to cart',
  search: 'Search',
  reviews: 'Reviews',
  store: 'Sold by',
}

export const sampleLocales = {
  com: {
    host: 'www.aliexpress.com',
    lang: 'en',
    direction: 'ltr',
    site: 'glo',
    currency: 'USD',
    rate: 1,
    formatPrice: (value) => `US $${value.toFixed(2)}`,
    words: english,
  },
  us: {
    host: 'www.aliexpress.us',
    lang: 'en',
    direction: 'ltr',
    site: 'usa',
    currency: 'USD',
    rate: 1,
    formatPrice: (value) => `$${value.toFixed(2)}`,
    words: english,
  },
  pl: {
    host: 'pl.aliexpress.com',
    lang: 'pl',
    direction: 'ltr',
    site: 'pol',
    currency: 'PLN',
    rate: 4,
    formatPrice: (value) => `${value.toFixed(2).replace('.', ',')}zł`,
    words: {
      sold: 'sprzedanych',
      preview: 'Zobacz podgląd',
      similar: 'Podobne przedmioty',
      cart: 'Dodaj do koszyka',
      search: 'Szukaj',
      reviews: 'Opinie',
      store: 'Sprzedawca',
    },
  },
  ar: {
    host: 'ar.aliexpress.com',
    lang: 'ar',
    direction: 'rtl',
    site: 'ara',
    currency: 'USD',
    rate: 1,
    formatPrice: (value) => `US $${value.toFixed(2)}`,
    words: {
      sold: 'مُباع',
      preview: 'عرض المعاينة',
      similar: 'عناصر مشابهة',
      cart: 'أضف إلى العربة',
      search: 'بحث',
      reviews: 'التقييمات',
      store: 'يباع من قبل',
    },
  },
  he: {
    host: 'he.aliexpress.com',
    lang: 'he',
    direction: 'rtl',
    site: 'isr',
    currency: 'ILS',
    rate: 3.6,
    formatPrice: (value) => `₪${value.toFixed(2)}`,
    words: {
      sold: 'נמכרו',
      preview: 'תצוגה מקדימה',
      similar: 'פריטים דומים',
      cart: 'הוספה לעגלה',
      search: 'חיפוש',
      reviews: 'ביקורות',
      store: 'נמכר על ידי',
    },
  },
} satisfies Record<string, SampleLocale>

export type LocaleName = keyof typeof sampleLocales
