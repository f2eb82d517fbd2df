import { Main } from "@/components/layout/main";
import { PageFrame } from "@/components/layout/page-frame";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { proposedFactor } from "@/lib/request/factor";
import { SignOutInstead } from "../sign-out-instead";
import { SetUpForm } from "./set-up-form";
import { SquareCode } from "./square-code";

export default async function SetUpPage({ searchParams }: PageProps<"/sign-in/set-up">) {
  const { next } = await searchParams;
  const wanted = typeof next === "string" ? next : "";
  const { seed, address } = await proposedFactor(wanted);
  return (
    <PageFrame>
      <Main width="two-thirds">
        <PageTitle>Set up a second way to prove it is you</PageTitle>
        <PageHeading>Set up a second way to prove it is you</PageHeading>
        <p className="govuk-body">
          From now on you sign in with your password and a code from an app on your phone or
          computer.
        </p>
        <ol className="govuk-list govuk-list--number">
          <li>Open an authenticator app, or install one. Any that shows 6-digit codes will do.</li>
          <li>Scan this square with it, or type the key below it.</li>
          <li>Enter the code that the app then shows.</li>
        </ol>
        <SquareCode text={address} label="Square code to scan with your app" />
        <p className="govuk-body">
          Key: <code>{seed.replace(/(.{4})(?=.)/g, "$1 ")}</code>
        </p>
        <SetUpForm next={wanted} />
        <SignOutInstead />
      </Main>
    </PageFrame>
  );
}
