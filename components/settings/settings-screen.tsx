import type { ReactNode } from 'react'
import { PageHeading } from '../ui/page-heading.tsx'
import { words } from './words.ts'

/** The page of settings. Its sections are independent of each other; see `SettingsSection`. */
export const SettingsScreen = ({ children }: { children: ReactNode }) => (
  <main className="mx-auto flex w-full max-w-3xl flex-col gap-6 px-4 py-8 sm:px-6">
    <PageHeading tabTitle={words.tabTitle}>{words.title}</PageHeading>
    {children}
  </main>
)
