import { PrivacyNotice } from "@/components/told/privacy-notice";
import { readPublic } from "@/lib/request/read";
import { readNotices } from "@/lib/told/area-notices/queries";

/** TR-01: public, and with the words of the area that is asked for. */
export default async function PrivacyPage({ searchParams }: PageProps<"/privacy">) {
  const { area } = await searchParams;
  return <PrivacyNotice {...(await readPublic((ctx) => readNotices(ctx, area)))} />;
}
