import { headers } from "next/headers";
import type { ReactNode } from "react";

import "./globals.css";

export const viewport = { themeColor: "#f4f8fb" };

/** The page's skeleton. Rendered per request, since each page has its own nonce. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  return (
    <html lang="en-GB" className="govuk-template" suppressHydrationWarning>
      <body className="govuk-template__body" suppressHydrationWarning>
        {/* The official styles hide some things only where a script can show them again. */}
        <script nonce={nonce} suppressHydrationWarning>
          {'document.body.classList.add("js-enabled", "govuk-frontend-supported");'}
        </script>
        {children}
      </body>
    </html>
  );
}
