import { useMemo } from 'react'
import { ComparisonScreen } from '../../components/complaints/comparison-screen.tsx'
import { ComplaintScreen } from '../../components/complaints/complaint-screen.tsx'
import { ComplaintsScreen } from '../../components/complaints/complaints-screen.tsx'
import type { DocketDatabase } from '../../lib/storage/database.ts'
import { complaintServices } from './complaint-services.ts'
import type { ComplaintsRoute } from './route.ts'

export function ComplaintsPage({ database, route }: { database: DocketDatabase; route: ComplaintsRoute }) {
  const services = useMemo(() => complaintServices(database), [database])
  switch (route.page) {
    case 'complaints':
      return <ComplaintsScreen services={services} />
    case 'complaint':
      return (
        <ComplaintScreen
          key={route.complaintId}
          services={services}
          complaintId={route.complaintId}
          firstField={route.field}
        />
      )
    case 'comparison':
      return <ComparisonScreen key={route.comparisonId} services={services} {...route} />
  }
}
