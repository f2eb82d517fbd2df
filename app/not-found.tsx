import { PageFrame } from "@/components/layout/page-frame";
import { PageNotFound } from "@/components/layout/page-not-found";

/** An address that leads nowhere. */
export default function NotFound() {
  return (
    <PageFrame>
      <PageNotFound />
    </PageFrame>
  );
}
