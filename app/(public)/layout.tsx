import { ModeStrip } from "@/components/layout/mode-strip";
import { PageFrame } from "@/components/layout/page-frame";
import { isDemonstration } from "@/lib/env";

/** Pages that need no account. */
export default function PublicLayout({ children }: LayoutProps<"/">) {
  return (
    <PageFrame mode={isDemonstration() && <ModeStrip mode="demonstration" />}>{children}</PageFrame>
  );
}
