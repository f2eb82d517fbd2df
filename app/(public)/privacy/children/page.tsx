import { ChildrensNotice } from "@/components/told/childrens-notice";
import { readPublic } from "@/lib/request/read";
import { readNotices } from "@/lib/told/area-notices/queries";

export default async function ChildrensPrivacyPage({
  searchParams,
}: PageProps<"/privacy/children">) {
  const { area } = await searchParams;
  return <ChildrensNotice {...(await readPublic((ctx) => readNotices(ctx, area)))} />;
}
