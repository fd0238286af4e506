/** A picture that is an SVG text of our own making: figures and numbers of documents, escaped where it is written. */

export function Picture({ svg }: { svg: string }) {
  return <div class="picture" dangerouslySetInnerHTML={{ __html: svg }} />;
}
