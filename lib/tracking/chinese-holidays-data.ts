import type { CalendarDate } from '../rights/right.ts'

/** Free days of one year in mainland China, and weekend days that are worked instead. */
export interface HolidayYear {
  year: number
  /** `announced`: by the State Council; `by-law`: the days that the law names, before that year's notice. */
  certainty: 'announced' | 'by-law'
  source: string
  free: Array<{ name: string; from: CalendarDate; to: CalendarDate }>
  worked: CalendarDate[]
}

/** As known on 2026-11-25. The notice for a year is published in November of the year before, or later. */
export const chineseHolidays: HolidayYear[] = [
  {
    year: 2025,
    certainty: 'announced',
    source: 'General Office of the State Council, notice of 12 November 2024 on holidays in 2025',
    free: [
      { name: 'New Year', from: '2025-01-01', to: '2025-01-01' },
      { name: 'Spring Festival', from: '2025-01-28', to: '2025-02-04' },
      { name: 'Qingming', from: '2025-04-04', to: '2025-04-06' },
      { name: 'Labour Day', from: '2025-05-01', to: '2025-05-05' },
      { name: 'Dragon Boat Festival', from: '2025-05-31', to: '2025-06-02' },
      { name: 'National Day and Mid-Autumn Festival', from: '2025-10-01', to: '2025-10-08' },
    ],
    worked: ['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'],
  },
  {
    year: 2026,
    certainty: 'announced',
    source: 'General Office of the State Council, notice 国办发明电〔2025〕7号 of 4 November 2025',
    free: [
      { name: 'New Year', from: '2026-01-01', to: '2026-01-03' },
      { name: 'Spring Festival', from: '2026-02-15', to: '2026-02-23' },
      { name: 'Qingming', from: '2026-04-04', to: '2026-04-06' },
      { name: 'Labour Day', from: '2026-05-01', to: '2026-05-05' },
      { name: 'Dragon Boat Festival', from: '2026-06-19', to: '2026-06-21' },
      { name: 'Mid-Autumn Festival', from: '2026-09-25', to: '2026-09-27' },
      { name: 'National Day', from: '2026-10-01', to: '2026-10-07' },
    ],
    worked: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
  },
  {
    year: 2027,
    certainty: 'by-law',
    source:
      'Regulation on Public Holidays for National Annual Festivals and Memorial Days, as amended from 1 January 2025; the notice for 2027 is not in this data',
    free: [
      { name: 'New Year', from: '2027-01-01', to: '2027-01-01' },
      { name: 'Spring Festival', from: '2027-02-05', to: '2027-02-08' },
      { name: 'Qingming', from: '2027-04-05', to: '2027-04-05' },
      { name: 'Labour Day', from: '2027-05-01', to: '2027-05-02' },
      { name: 'Dragon Boat Festival', from: '2027-06-09', to: '2027-06-09' },
      { name: 'Mid-Autumn Festival', from: '2027-09-15', to: '2027-09-15' },
      { name: 'National Day', from: '2027-10-01', to: '2027-10-03' },
    ],
    worked: [],
  },
]
