/** Labels in the typesetter's language: 3 across and 8 down, to the edges of the sheet; `LabelSheet` as data. */
export const labelsTemplate = String.raw`
#let d = json("document.json")
#set document(title: d.title, author: "Scellé", date: datetime(year: d.date.at(0), month: d.date.at(1), day: d.date.at(2), hour: d.date.at(3), minute: d.date.at(4), second: d.date.at(5)))
#set page(paper: "a4", margin: (top: 0.5mm, bottom: 0mm, x: 0mm))
#set text(font: ("Noto Sans", "Noto Sans Tifinagh", "Amiri", "Noto Sans Mono"), size: 6.6pt, lang: "fr", fallback: false, hyphenate: false)
#set par(leading: 0.4em)

#let short(s) = { show regex("\S{24}"): it => { it; sym.zws }; s.split("\n").join(linebreak()) }
#let line-of(l) = {
  text(size: 5.4pt, fill: luma(30%), l.label.fr + " : ")
  if l.value == none { box(width: 1fr, line(length: 100%, stroke: (paint: black, thickness: 0.4pt, dash: "dotted"))) } else { short(l.value.fr) }
}
#let label-of(l) = block(width: 70mm, height: 37mm, clip: true, inset: (x: 4mm, y: 3.4mm), grid(
  columns: (25mm, 1fr), column-gutter: 2mm,
  {
    figure(alt: l.subject, kind: "code", supplement: none, image(l.path, width: 24mm, alt: l.subject))
  },
  {
    block(spacing: 1mm, { text(size: 5.6pt, fill: luma(30%), l.title.fr + " / " + l.title.en); if d.demonstration { text(size: 5.6pt, weight: "bold", " – DÉMONSTRATION") } })
    block(spacing: 1.2mm, text(weight: "bold", size: if l.number.clusters().len() > 17 { 6.6pt } else { 8.6pt }, l.number))
    for x in l.lines { block(spacing: 1.3mm, height: if x.value == none { 4.7mm } else { auto }, line-of(x)) }
  },
))
#grid(columns: (70mm, 70mm, 70mm), rows: 37mm, ..d.labels.map(label-of))
`;
