import type { ReactNode } from 'react'
import { words } from './words.ts'

/** The settings, one section after another. */
export const SettingsScreen = ({ children }: { children: ReactNode }) => (
  <main className="mx-auto flex max-w-3xl flex-col gap-5 px-6 py-8">
    <h1 className="text-xl font-semibold">{words.title}</h1>
    {children}
  </main>
)
