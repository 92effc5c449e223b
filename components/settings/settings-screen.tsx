import type { ReactNode } from 'react'
import { words } from './words.ts'

/** The page of settings. Its sections are independent of each other; see `SettingsSection`. */
export const SettingsScreen = ({ children }: { children: ReactNode }) => (
  <main className="mx-auto flex max-w-3xl flex-col gap-6 px-6 py-8">
    <h1 className="text-xl font-semibold">{words.title}</h1>
    {children}
  </main>
)
