import sharp from "sharp";
import { expect, test } from "vitest";

import { checkFile } from "@/lib/attachments/content";
import { aDocument, anArchive, aPdf, aPicture } from "@/tests/support/files";

const check = (name: string, bytes: Buffer) => checkFile({ name, bytes });
const problem = async (name: string, bytes: Buffer) => {
  const refusal = await check(name, bytes).then(
    () => ({ detail: { problem: "taken" } }),
    (error: { detail?: { problem?: string } }) => error,
  );
  return refusal.detail?.problem;
};

test("what its content says it is, is taken: a PDF, a picture, a document, a text", async () => {
  await expect(check("letter.pdf", aPdf)).resolves.toMatchObject({ kind: "pdf", bytes: aPdf });
  await expect(check("photo.jpg", await aPicture())).resolves.toMatchObject({ kind: "jpg" });
  await expect(check("chart.png", await aPicture("png"))).resolves.toMatchObject({ kind: "png" });
  await expect(check("letter.docx", aDocument())).resolves.toMatchObject({ kind: "docx" });
  await expect(
    check("note.txt", Buffer.from("Said at the bus stop: «I did not mean it».\n")),
  ).resolves.toMatchObject({ kind: "txt" });
});

test("where and when a picture was taken, and what hides behind it, is gone", async () => {
  const picture = Buffer.concat([await aPicture(), Buffer.from("<script>alert(1)</script>")]);

  const { bytes } = await check("photo.jpg", picture);

  expect(bytes.toString("latin1")).not.toMatch(/Rowan|telephone|script/);
  await expect(sharp(bytes).metadata()).resolves.toMatchObject({ width: 40, height: 30 });
  expect((await sharp(bytes).metadata()).exif).toBeUndefined();
});

const bomb = (size: number) => Buffer.alloc(size);

// prettier-ignore
const hostile: [
  what: string,
  name: string,
  bytes: () => Buffer | Promise<Buffer>,
  problem: string,
][] = [
  ["nothing at all", "a.pdf", () => Buffer.alloc(0), "empty"],
  ["more than 10 MB", "a.txt", () => Buffer.alloc(10_000_001, "x"), "too_large"],
  ["a program", "a.exe", () => Buffer.from("MZ\x90\x00"), "wrong_kind"],
  ["a program called a PDF", "a.pdf", () => Buffer.from("MZ\x90\x00\x03"), "mismatch"],
  ["a page called a PDF", "a.pdf", () => Buffer.from("<html><script>x</script>"), "mismatch"],
  ["a page", "a.html", () => Buffer.from("<html>"), "wrong_kind"],
  ["a drawing with a script", "a.svg", () => Buffer.from("<svg onload='x'/>"), "wrong_kind"],
  ["a drawing called a picture", "a.png", () => Buffer.from("<svg onload='x'/>"), "mismatch"],
  ["a JPEG called PNG", "a.png", () => aPicture(), "mismatch"],
  ["a PDF called text", "a.txt", () => aPdf, "mismatch"],
  ["bytes called text", "a.txt", () => Buffer.from([0, 1, 2, 255]), "mismatch"],
  ["half a picture", "a.jpg", async () => (await aPicture()).subarray(0, 200), "unreadable"],
  ["an archive called a document", "a.docx", () => anArchive({ "a.txt": "x" }), "mismatch"],
  ["a document with a macro", "a.docx", () => aDocument({ "word/vbaProject.bin": "x" }), "macros"],
  ["a document with a control", "a.docx", () => aDocument({ "word/activeX/x.bin": "x" }), "macros"],
  [
    "a document with a program",
    "a.docx",
    () => aDocument({ "word/embeddings/oleObject1.bin": "x" }),
    "macros",
  ],
  [
    "a document that says it has macros",
    "a.docx",
    () =>
      aDocument(
        {},
        {
          extraTypes:
            '<Default ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/>',
        },
      ),
    "macros",
  ],
  [
    "a template from elsewhere",
    "a.docx",
    () =>
      aDocument({
        "word/_rels/settings.xml.rels":
          '<Relationship Type="http://x/attachedTemplate" Target="http://x" TargetMode="External"/>',
      }),
    "macros",
  ],
  ["a name that climbs out", "a.docx", () => aDocument({ "../../evil.xml": "x" }), "unreadable"],
  [
    "a bomb",
    "a.docx",
    () => aDocument({ "word/media/a": bomb(60_000_000), "word/media/b": bomb(60_000_000) }),
    "unreadable",
  ],
  [
    "a bomb that lies",
    "a.docx",
    () => aDocument({ "word/media/a": bomb(120_000_000) }, { saysSize: 400 }),
    "unreadable",
  ],
  [
    "a thousand entries",
    "a.docx",
    () =>
      aDocument(
        Object.fromEntries(Array.from({ length: 1_000 }, (_, n) => [`word/${n}.xml`, "x"])),
      ),
    "unreadable",
  ],
  ["half a document", "a.docx", () => aDocument().subarray(0, 300), "unreadable"],
];

test.for(hostile)("%s is refused", async ([, name, bytes, expected]) => {
  expect(await problem(name, await bytes())).toBe(expected);
});

test("a picture too large to draw is refused before it is drawn", async () => {
  const huge = await sharp({
    create: { width: 8_000, height: 6_000, channels: 3, background: "#fff" },
  })
    .png()
    .toBuffer();

  expect(await problem("huge.png", huge)).toBe("unreadable");
});
