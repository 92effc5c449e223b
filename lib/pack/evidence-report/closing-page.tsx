import { View } from '@react-pdf/renderer'
import { pageWords } from './report-page-words.ts'
import { Section } from './report-parts.tsx'
import { contentWidth, ink, size } from './report-style.ts'
import { ReportText } from './report-text.tsx'

/** What the pack shows and does not, and how anyone can check it. */
export function Closing({ hasOtherKeys }: { hasOtherKeys: boolean }) {
  const { shows, verify } = pageWords
  return (
    <View>
      <Section heading={shows.heading}>
        <Claims heading={shows.doesHeading} claims={shows.does(hasOtherKeys)} />
        <Claims heading={shows.doesNotHeading} claims={shows.doesNot} />
        <ReportText text={shows.copies} width={contentWidth} />
      </Section>
      <Section heading={verify.heading}>
        <ReportText text={verify.browser} width={contentWidth} />
        <ReportText text={verify.tools} width={contentWidth} />
        <View style={{ backgroundColor: ink.ground, padding: 8, marginTop: 4, marginBottom: 6 }}>
          {verify.commands.map((command) => (
            <ReportText
              key={command}
              text={command}
              width={contentWidth - 16}
              face="code"
              fontSize={size.code}
            />
          ))}
        </View>
        <ReportText text={verify.meaning} width={contentWidth} />
      </Section>
    </View>
  )
}

function Claims({ heading, claims }: { heading: string; claims: readonly string[] }) {
  return (
    <View style={{ marginBottom: 8 }}>
      <ReportText text={heading} width={contentWidth} face="bold" />
      {claims.map((claim) => (
        <View key={claim} style={{ flexDirection: 'row', marginTop: 2 }}>
          <ReportText text="•" width={12} />
          <ReportText text={claim} width={contentWidth - 12} />
        </View>
      ))}
    </View>
  )
}
