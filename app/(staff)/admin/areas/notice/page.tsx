import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import { load } from "@/lib/request/load";
import { viewNotice } from "@/lib/told/area-notices/queries";
import { NoticeForm } from "./notice-form";

const empty = { controller: "", contact: "", childContact: "", link: "" };

export default async function NoticePage() {
  const { areaId, now, versions } = await load(viewNotice);
  const words = now && {
    ...{ controller: now.controller, contact: now.contact, childContact: now.childContact },
    link: now.link ?? "",
  };
  return (
    <Main back={<BackLink href="/admin/areas">Back to the area</BackLink>}>
      <PageTitle>Privacy notice of the area</PageTitle>
      <PageHeading caption="Area">Privacy notice of the area</PageHeading>
      <p className="govuk-body">
        What is kept, why and for how long is the same everywhere. Here stands who is responsible in
        this area, and whom to ask. Anybody can read it:{" "}
        <Link href={`/privacy?area=${areaId}`}>the notice</Link>, and the one{" "}
        <Link href={`/privacy/children?area=${areaId}`}>for children and young people</Link>.
      </p>
      <NoticeForm now={words ?? empty} />
      <Table
        caption="What it said"
        isWide
        empty="This area has no words of its own yet, so its notice says what every notice says."
        columns={[
          { text: "Who is responsible" },
          { text: "How to ask" },
          { text: "For children" },
          { text: "Published" },
        ]}
        rows={versions.map((one) => ({
          key: one.id,
          cells: [
            one.controller,
            one.contact,
            one.childContact,
            <>
              {one.setBy}, <Time at={one.setAt} short />
            </>,
          ],
        }))}
      />
    </Main>
  );
}
