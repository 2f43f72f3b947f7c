/**
 * The page description in Typst's own language. It reads `document.json` (`Sheets`, after `readySheets`) and holds
 * no word of the dossier: texts come in as strings and are put out as strings, so nothing in them is markup.
 */
export const template = String.raw`
#let d = json("document.json")
#let faces = ("Noto Sans", "Noto Sans Tifinagh", "Amiri", "Noto Sans Mono")
#let grey = luma(32%)
#let line-colour = luma(45%)

#set document(
  title: d.title,
  author: d.author,
  date: datetime(year: d.date.at(0), month: d.date.at(1), day: d.date.at(2), hour: d.date.at(3), minute: d.date.at(4), second: d.date.at(5)),
)
#set text(font: faces, size: 9pt, lang: "fr", fallback: false, hyphenate: false)
#set par(leading: 0.55em, spacing: 0.8em, justify: false)
#set table(stroke: 0.4pt + line-colour, inset: (x: 1.3mm, y: 1.1mm))

// A text of unknown origin: line ends are kept, words longer than a line may break, signs and numbers stay whole.
#let kept = regex("\S{28,}|« \S{1,24}|\S{1,30} [:;?!»]|\b[A-Z0-9]{2,}(-[A-Z0-9]+)+\b|\d\d/\d\d/\d{4}")
#let chunks(s) = s.clusters().chunks(20).map(c => c.join()).join(sym.zws)
// An identifier too long for a column breaks behind its hyphens, never inside a part of it.
#let parts(s) = {
  let all = s.split("-")
  for (i, part) in all.enumerate() {
    let one = if i + 1 < all.len() { part + "-" } else { part }
    if one.clusters().len() > 24 { chunks(one) } else { box(one) }
  }
}
#let whole(s) = if s.len() > 20 and s.match(regex("^\S+-\S+$")) != none { parts(s) } else if s.len() > 60 or s.match(regex("^\S{28,}$")) != none { chunks(s) } else { box(s) }
#let line-of(l) = {
  let at = 0
  for m in l.matches(kept) {
    if m.start > at { l.slice(at, m.start) }
    whole(m.text)
    at = m.end
  }
  if at < l.len() { l.slice(at) }
}
#let plain(s) = s.split("\n").map(line-of).join(linebreak())
#let turned(s) = s.match(regex("^\P{L}*[\p{Arabic}\p{Hebrew}]")) != none
#let one(s) = if turned(s) { text(lang: "ar", dir: rtl, size: 1.12em, plain(s)) } else { plain(s) }
#let exact(s) = text(font: "Noto Sans Mono", size: 6.4pt, s)
#let english(s, size: 0.84em) = text(lang: "en", size: size, fill: grey, one(s))
#let has-english(s) = s.at("en", default: none) != none and s.en != s.fr

// French on its line, English smaller below it.
#let say(s) = if "exact" in s { exact(s.exact) } else {
  one(s.fr)
  if has-english(s) { linebreak(); english(s.en) }
}
#let beside(s) = { one(s.fr); if has-english(s) { text(fill: grey)[ ~/~ ]; english(s.en) } }
#let stack-of(values) = values.map(say).join(linebreak())

#let page-line = context {
  let n = counter(page).get().first()
  let m = counter(page).final().first()
  let volume = if d.margins.volumes > 1 { "volume " + str(d.margins.volume) + " de " + str(d.margins.volumes) + ", " } else { "" }
  volume + "page " + str(n) + " de " + str(m)
  if d.margins.volumes > 1 { " – ensemble : page " + str(d.pages.before + n) + " de " + str(d.pages.total) }
}
#set page(
  paper: "a4",
  margin: (top: 21mm, bottom: 20mm, left: 22mm, right: 16mm),
  header: {
    set text(size: 7.2pt)
    grid(columns: (1fr, auto), align: (left, right), plain(d.margins.head),
      if d.margins.demonstration != none { text(weight: "bold", size: 9.5pt, d.margins.demonstration.fr) })
    v(-1.6mm)
    line(length: 100%, stroke: 0.4pt + line-colour)
  },
  footer: {
    set text(size: 7.2pt)
    line(length: 100%, stroke: 0.4pt + line-colour)
    v(-1.4mm)
    grid(columns: (1fr, auto), align: (left, right), plain(d.margins.foot), page-line)
  },
)

#show heading: set block(sticky: true)
#show heading: set text(hyphenate: false)
#show heading.where(level: 1): it => { set text(size: 14pt); block(above: 9mm, below: 3.4mm, sticky: true, it.body) }
#show heading.where(level: 2): it => { set text(size: 10.5pt); block(above: 5.4mm, below: 2.4mm, sticky: true, it.body) }
#show heading.where(level: 3): it => { set text(size: 9pt); block(above: 4.6mm, below: 1.8mm, sticky: true, it.body) }

#let heading-of(b) = heading(level: b.level,
  if b.level == 1 and has-english(b.text) { one(b.text.fr); linebreak(); english(b.text.en, size: 9pt) } else { beside(b.text) })

#let paragraph-of(b) = {
  let body = if b.at("weight", default: none) == "bold" { strong(say(b.text)) } else { say(b.text) }
  let side = b.at("align", default: none)
  block(spacing: 2.4mm, width: 100%, sticky: b.at("keep", default: false), if side == "center" { align(center, body) } else if side == "right" { align(right, body) } else { body })
}

#let notice-of(b) = block(width: 100%, stroke: 1.1pt, inset: 2.2mm, spacing: 3mm, breakable: false, sticky: true,
  strong(b.texts.map(say).join(parbreak())))

#let in-line(values) = values.map(v => if "exact" in v { say(v) } else { beside(v) }).join(linebreak())

#let facts-of(b) = {
  let close = b.at("close", default: false)
  set text(size: 7.8pt) if close
  table(
    columns: (48mm, 1fr),
    stroke: (x, y) => if y > 0 { (top: 0.3pt + luma(80%)) },
    inset: (x: 0.6mm, top: if close { 0.9mm } else { 1.3mm }, bottom: if close { 0.7mm } else { 1.1mm }),
    ..b.rows.map(r => (text(fill: grey, if close { beside(r.label) } else { say(r.label) }), if close { in-line(r.values) } else { stack-of(r.values) })).flatten(),
  )
}

#let list-in(b) = if b.at("numbered", default: false) { enum(spacing: 1.8mm, ..b.entries.map(stack-of)) } else { list(spacing: 1.5mm, marker: [–], ..b.entries.map(stack-of)) }
#let list-of(b) = if b.at("keep", default: false) { block(width: 100%, breakable: false, sticky: true, list-in(b)) } else { list-in(b) }

// A row with words below it is two rows that its first cell holds together, also at the end of a page.
#let rows-of(r, width, close) = {
  let bold = r.at("strong", default: false)
  let told(values) = if close { in-line(values) } else { stack-of(values) }
  let set-in(values) = if bold { strong(told(values)) } else { told(values) }
  let below = r.at("below", default: ())
  if below.len() == 0 { return r.cells.map(c => table.cell(breakable: false, set-in(c))) }
  let (first, ..others) = r.cells
  (
    table.cell(rowspan: 2, breakable: false, set-in(first)),
    ..others.map(c => table.cell(stroke: (bottom: none), set-in(c))),
    table.cell(colspan: width - 1, stroke: (top: none), inset: (top: 0.6mm, bottom: 0.9mm), set-in(below)),
  )
}

#let table-of(b) = {
  let close = b.at("close", default: false)
  set text(size: if close { 7.1pt } else { 7.8pt })
  show table.cell.where(y: 0): set text(weight: "bold", size: 7.1pt)
  block(spacing: 3mm, table(
    columns: b.columns.map(c => c.width * 1fr),
    rows: if "room" in b { (auto,) + (b.room * 1mm,) * b.rows.len() } else { auto },
    inset: (x: 1.2mm, top: if close { 0.8mm } else { 1.1mm }, bottom: if close { 1.1mm } else { 1.4mm }),
    fill: (x, y) => if y == 0 { luma(92%) },
    table.header(repeat: true, ..b.columns.map(c => say(c.title))),
    ..b.rows.map(r => rows-of(r, b.columns.len(), close)).flatten(),
  ))
}

#let timeline-of(b) = {
  let lane = 3.4mm
  let height = b.bars.len() * lane
  let picture = box(width: 100%, height: height + 7.4mm, inset: (right: 6mm), layout(size => {
    let wide = size.width
    for t in b.ticks {
      place(top + left, dx: t.at * wide, line(angle: 90deg, length: height, stroke: (paint: luma(75%), thickness: 0.4pt, dash: "dotted")))
      place(top + left, dx: calc.min(t.at * wide, wide - 14mm), dy: height + 1mm, text(size: 6.4pt, t.text))
    }
    for (i, p) in b.bars.enumerate() {
      let start = p.from * wide
      let long = calc.max((p.until - p.from) * wide, 0.9mm)
      let look = if p.kind == "gap" { (fill: white, stroke: (paint: black, thickness: 0.8pt, dash: "dashed")) } else if p.kind == "transit" { (fill: luma(72%), stroke: 0.5pt) } else { (fill: luma(35%), stroke: 0.5pt) }
      place(top + left, dx: calc.min(start, wide - 0.9mm), dy: i * lane + 0.6mm, rect(width: long, height: lane - 1.1mm, ..look))
      let label = text(size: 5.8pt, weight: "bold", p.name)
      let after = start + long + 1mm
      place(top + left, dx: if after > wide - 8mm { start - 6mm } else { after }, dy: i * lane + 0.8mm, label)
    }
    place(top + left, dy: height, line(length: wide, stroke: 0.6pt))
    place(top + left, dy: height + 4.2mm, box(width: wide, align(center, text(size: 6.4pt, beside(b.axis)))))
  }))
  figure(alt: b.words, kind: "timeline", supplement: none, picture)
}

#let album-cell(p) = {
  let picture = if p.picture != none {
    image(p.picture.path, alt: p.caption.fr, width: 100%, height: 74mm, fit: "contain")
  } else {
    block(width: 100%, height: 74mm, stroke: (paint: black, thickness: 0.8pt, dash: "dashed"), inset: 3mm, align(center + horizon, strong(say(p.instead))))
  }
  block(width: 100%, breakable: false, inset: (bottom: 2mm), {
    if p.draft { block(width: 100%, height: 74mm) } else { figure(alt: p.caption.fr, kind: "photograph", supplement: none, picture) }
    set text(size: 7.2pt)
    block(spacing: 1.4mm, { strong(one(p.title.fr)); linebreak(); beside(p.caption) })
    block(spacing: 1.4mm, p.lines.map(beside).join(linebreak()))
    block(spacing: 1.4mm, { beside(if p.picture != none or p.draft { p.derived } else { p.original }); linebreak(); text(font: "Noto Sans Mono", size: 5.7pt, p.sha256) })
  })
}
#let album-of(b) = grid(columns: (1fr, 1fr), column-gutter: 5mm, row-gutter: 2mm, ..b.pictures.map(album-cell))

#let field-of(f) = block(spacing: 1.5mm, width: 100%, {
  text(size: 7.2pt, fill: grey, beside(f.label))
  if f.value != none { linebreak(); say(f.value) } else if f.room > 0 { v(f.room * 1mm - 2mm); line(length: 100%, stroke: (paint: black, thickness: 0.4pt, dash: "dotted")) }
})
// Who signs together signs on one sheet.
#let signatures-of(b) = block(width: 100%, breakable: false, grid(
  columns: (1fr,) * calc.min(b.boxes.len(), 2), column-gutter: 4mm, row-gutter: 4mm,
  ..b.boxes.map(x => block(width: 100%, stroke: 0.7pt, inset: 2mm, breakable: false, {
    block(below: 2mm, strong(say(x.title)))
    for f in x.fields { field-of(f) }
    grid(columns: (1fr, 1fr), column-gutter: 2mm, ..x.marks.map(m => block(width: 100%, height: 18mm, stroke: (paint: black, thickness: 0.4pt, dash: "dotted"), inset: 1mm, text(size: 7.2pt, fill: grey, beside(m)))))
  })),
))

#let fields-of(b) = { for f in b.fields { field-of(f) } }

#let ruled-of(b) = block(breakable: false, width: 100%, sticky: b.at("keep", default: false), {
  text(fill: grey, say(b.label))
  for i in range(b.lines) { v(6mm); line(length: 100%, stroke: (paint: black, thickness: 0.4pt, dash: "dotted")) }
})

#let code-of(b) = block(breakable: false, spacing: 3mm, grid(columns: (30mm, 1fr), column-gutter: 4mm, align: (left, left + horizon),
  figure(alt: b.text, kind: "code", supplement: none, image(b.path, width: 28mm, alt: b.text)), stack-of(b.words)))

#let set-block(b) = {
  if b.kind == "heading" { heading-of(b) } else if b.kind == "paragraph" { paragraph-of(b) } else if b.kind == "notice" { notice-of(b) } else if b.kind == "facts" { facts-of(b) } else if b.kind == "list" { list-of(b) } else if b.kind == "table" { table-of(b) } else if b.kind == "timeline" { timeline-of(b) } else if b.kind == "album" { album-of(b) } else if b.kind == "signatures" { signatures-of(b) } else if b.kind == "fields" { fields-of(b) } else if b.kind == "ruled" { ruled-of(b) } else if b.kind == "code" { code-of(b) } else if b.kind == "page" { pagebreak(weak: true) }
}
#for b in d.blocks {
  if b.kind == "turned" { page(flipped: true, b.blocks.map(set-block).join()) } else { set-block(b) }
}
`;
