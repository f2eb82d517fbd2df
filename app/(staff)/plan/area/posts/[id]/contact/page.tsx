import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import { postKinds } from "@/lib/areas/labels";
import { getContactToChange } from "@/lib/areas/queries";
import { load } from "@/lib/request/load";
import { ContactForm } from "./contact-form";

type Props = PageProps<"/plan/area/posts/[id]/contact">;

export default async function ContactPage({ params }: Props) {
  const { id } = await params;
  const { post, before } = await load((ctx) => getContactToChange(ctx, id));
  const caption = `${postKinds[post.kind]}: ${post.name}`;
  return (
    <Main width="two-thirds" back={<BackLink href="/plan/area">Back to the area</BackLink>}>
      <PageTitle>{`Work contact: ${postKinds[post.kind].toLowerCase()}`}</PageTitle>
      {post.untilDay ? (
        <>
          <PageHeading caption={caption}>Work contact</PageHeading>
          <p className="govuk-body">
            It ended on <Time day={post.untilDay} />, so its contact stays as it was: {post.contact}
          </p>
        </>
      ) : (
        <ContactForm
          postId={id}
          caption={caption}
          now={{ version: `${post.version}`, contact: post.contact }}
        />
      )}
      {before.length > 0 && (
        <Table
          caption="What it was before"
          columns={[{ text: "Work contact" }, { text: "Until" }, { text: "Changed by" }]}
          rows={before.map(({ id: key, contact, replacedAt, by }) => ({
            key,
            cells: [contact, <Time key="at" at={replacedAt} short />, by],
          }))}
          keepsCaption
        />
      )}
    </Main>
  );
}
