import type { ReactNode } from "react";

import { AppHeader } from "./app-header";
import { Footer } from "./footer";
import { SkipLink } from "./skip-link";

type Props = {
  /** The hat in use, and the way to change it. */
  hat?: ReactNode;
  marking?: ReactNode;
  mode?: ReactNode;
  navigation?: ReactNode;
  signedInAs?: string;
  children: ReactNode;
};

/** What stands around every page: header, navigation, footer. A page puts a Main inside. */
export function PageFrame({ hat, marking, mode, navigation, signedInAs, children }: Props) {
  return (
    <>
      <SkipLink />
      <header>
        {marking}
        <AppHeader hat={hat} />
        {navigation}
        {mode}
      </header>
      {children}
      <Footer signedInAs={signedInAs} />
    </>
  );
}
