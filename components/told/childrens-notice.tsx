import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { privacyNoticeVersion } from "@/lib/told/labels";
import { ChooseArea, type NoticesProps, noticeOf } from "./area-words";

/** TR-01: the same for somebody of ten, in short sentences. */
export function ChildrensNotice(notices: NoticesProps) {
  const { notice } = notices;
  return (
    <Main
      width="two-thirds"
      back={<BackLink href={noticeOf("/privacy", notice?.area)}>Back to privacy</BackLink>}
    >
      <PageTitle>Privacy, for children and young people</PageTitle>
      <PageHeading>What we write down about you</PageHeading>
      <p className="govuk-body-l">
        Sometimes a grown-up is worried about you. They tell us, so that somebody can help. You have
        not done anything wrong.
      </p>
      <h2 className="govuk-heading-m">What we write down</h2>
      <p className="govuk-body">
        Your name, your age, what somebody was worried about, and what could help. We also write
        down what you tell us yourself, in your own words.
      </p>
      <h2 className="govuk-heading-m">Who can see it</h2>
      <p className="govuk-body">
        Only people who help to decide what is best for you, such as somebody from your school, the
        council, the police or your doctor. We keep a list of everybody who looks.
      </p>
      <h2 className="govuk-heading-m">Can I say no?</h2>
      <p className="govuk-body">
        Yes. We ask your parent or carer if they agree to the help, and we ask you too. You can
        change your mind at any time, and you do not have to say why. Nobody will be cross.
      </p>
      <h2 className="govuk-heading-m">Will you tell me?</h2>
      <p className="govuk-body">
        We tell you what is happening, unless that could hurt you or somebody else. If we do not
        tell you, we have to write down why, and think about it again.
      </p>
      <h2 className="govuk-heading-m">When does it go away?</h2>
      <p className="govuk-body">
        If the worry was a mistake, we rub it out after 3 months. If you had help, we check after a
        year, and again when you are 18, whether we still need it.
      </p>
      <h2 className="govuk-heading-m">I want to ask something</h2>
      <p className="govuk-body">
        Ask the person who helps you, or somebody you trust. You can ask to see what we have
        written, and tell us if it is not right.{" "}
        <Link href={noticeOf("/privacy", notice?.area)}>There is a longer page as well.</Link>
      </p>
      {notice && (
        <p className="govuk-body">
          In {notice.area.name}: {notice.childContact}
        </p>
      )}
      <ChooseArea {...notices} path="/privacy/children" title="Where do you live?" />
      <p className="govuk-body-s text-secondary">{privacyNoticeVersion}</p>
    </Main>
  );
}
