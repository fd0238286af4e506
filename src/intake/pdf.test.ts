import assert from "node:assert/strict";
import { test } from "node:test";
import { documentOfPdf } from "./pdf.ts";

test("lines of a paragraph are joined, a hyphen at a line's end goes, columns of a table stay apart", async () => {
  const pdf = pdfOf([
    "BT /F1 11 Tf 72 720 Td (Amazon is in talks to put $10 billion into OpenAI, its invest-) Tj 0 -14 Td (ment bankers said.) Tj 0 -30 Td (Deal) Tj 200 0 Td (Sum) Tj -200 -14 Td (AWS) Tj 200 0 Td ($38bn) Tj ET",
  ]);
  const { value, problems } = await documentOfPdf(pdf, "a.pdf", {});
  assert.deepEqual(problems, []);
  assert.equal(
    value?.text,
    "Amazon is in talks to put $10 billion into OpenAI, its investment bankers said.\nDeal | Sum\nAWS | $38bn",
  );
});

test("title and day come from the metadata", async () => {
  const { value } = await documentOfPdf(pdfOf(["BT /F1 11 Tf 72 720 Td (Amazon pays.) Tj ET"]), "a.pdf", {});
  assert.deepEqual([value?.title, value?.published], ["Annual note", "2025-12-17"]);
});

test("running heads and page numbers are not read", async () => {
  const pages = ["First page text.", "Second page text.", "Third page text."].map(
    (text, index) => `BT /F1 9 Tf 72 760 Td (Annual note) Tj 0 -40 Td (${text}) Tj 0 -600 Td (Page ${index + 1}) Tj ET`,
  );
  assert.equal(
    (await documentOfPdf(pdfOf(pages), "a.pdf", {})).value?.text,
    "First page text.\nSecond page text.\nThird page text.",
  );
});

test("a scan, which has no text, is refused with the way out", async () => {
  const { value, problems } = await documentOfPdf(pdfOf(["", ""]), "scan.pdf", {});
  assert.equal(value, null);
  assert.deepEqual(problems, [
    {
      code: "scanned-pdf",
      message: "2 pages, no text on any (a scan). Capstack reads text only.",
      place: { file: "scan.pdf" },
      fix: "Run OCR first, e.g. ocrmypdf scan.pdf out.pdf",
    },
  ]);
});

test("a broken PDF is a problem", async () => {
  const { value, problems } = await documentOfPdf(Buffer.from("%PDF-1.4 and then nothing"), "a.pdf", {});
  assert.deepEqual([value, problems[0]?.code], [null, "broken-pdf"]);
});

/** A PDF with one content stream a page, written by hand. */
function pdfOf(streams: readonly string[]): Buffer {
  const pageIds = streams.map((_, index) => 5 + 2 * index);
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Count ${streams.length} /Kids [${pageIds.map((id) => `${id} 0 R`).join(" ")}] >>`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    "<< /Title (Annual note) /CreationDate (D:20251217080000Z) >>",
    ...streams.flatMap((stream, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> /Contents ${6 + 2 * index} 0 R >>`,
      `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    ]),
  ];
  let body = "%PDF-1.4\n";
  const offsets = objects.map((object, index) => {
    const offset = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const end = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 4 0 R >>\nstartxref\n${body.length}\n%%EOF\n`;
  return Buffer.from(body + end, "latin1");
}
