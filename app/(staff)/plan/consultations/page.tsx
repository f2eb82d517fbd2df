import { ConsultationStatusTag } from "@/components/consultations/consultation-status";
import { LinkButton } from "@/components/form/button";
import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import { listConsultations } from "@/lib/consultations/queries";
import { load } from "@/lib/request/load";

export default async function ConsultationsPage() {
  const { consultations, today, mayWrite } = await load(listConsultations);
  return (
    <Main back={<BackLink href="/plan/reports">Back to reports</BackLink>}>
      <PageTitle>Responses to consultations</PageTitle>
      <PageHeading>Responses to consultations</PageHeading>
      {mayWrite && <LinkButton href="/plan/consultations/new">Record a consultation</LinkButton>}
      <Table
        caption="Consultations of government bodies"
        columns={[
          { text: "Consultation" },
          { text: "Asked by" },
          { text: "Contributions by" },
          { text: "Closes" },
          { text: "Status" },
        ]}
        empty="There is no consultation for you to read or contribute to."
        rows={consultations.map((one) => ({
          key: one.id,
          cells: [
            <Link key="link" href={`/plan/consultations/${one.id}`}>
              {one.title}
            </Link>,
            one.askedBy,
            <Time key="by" day={one.contributeByDay} short />,
            <Time
              key="closes"
              day={one.closesDay}
              short
              {...(one.status !== "submitted" && { today })}
            />,
            <ConsultationStatusTag key="status" status={one.status} />,
          ],
        }))}
      />
    </Main>
  );
}
