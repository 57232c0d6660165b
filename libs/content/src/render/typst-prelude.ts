/**
 * The Typst functions that `renderTypst` calls, plain enough for any page: put it before the text,
 * after the settings of page and fonts, and define again what a document wants to look different.
 */
export const TYPST_PRELUDE = `#let cn-line = 0.5pt + luma(110)
#let cn-code(body) = text(font: "DejaVu Sans Mono", size: 0.9em, body)
#let cn-rule() = line(length: 100%, stroke: cn-line)
#let cn-title(body) = block(below: 0.6em, sticky: true, strong(body))
#let cn-box(title, body, fill: luma(245), stroke: none) = block(
  width: 100%, inset: 10pt, radius: 2pt, fill: fill, stroke: stroke, breakable: true,
  { if title != "" { cn-title(title) }; body },
)
#let cn-case(title, body) = cn-box(title, body, fill: rgb("#eaf0f8"))
#let cn-steps(title, body) = block(width: 100%, { cn-title(title); body })
#let cn-form(title, code, body) = cn-box(
  if code == "" { title } else { title + " · " + code }, body, fill: none, stroke: cn-line,
)
#let cn-legal(source, state, dates, body) = block(
  width: 100%, inset: (y: 6pt), stroke: (top: cn-line, bottom: cn-line),
  { emph(source); linebreak(); text(size: 0.85em, (state, ..dates).join(" · ")); body },
)
#let cn-warning(title, body) = cn-box(title, body, fill: rgb("#fdf3e0"))
#let cn-qa(question, body) = block(width: 100%, { cn-title(question); body })
#let cn-contact(title, body) = cn-box(title, body)
#let cn-tasks(items) = stack(
  spacing: 0.65em,
  ..items.map(item => grid(
    columns: (1.4em, 1fr), box(width: 0.75em, height: 0.75em, stroke: cn-line), item,
  )),
)
#let cn-check(title, question, options, answer-label, answer) = cn-box(
  title,
  {
    par(question)
    if options.len() > 0 { cn-tasks(options) }
    if answer != [] { par(text(size: 0.9em, emph(answer-label + ": ") + answer)) }
  },
  fill: none, stroke: (paint: luma(110), thickness: 0.5pt, dash: "dashed"),
)
#let cn-table(columns, ..cells) = table(
  columns: (1fr,) * columns, stroke: cn-line, inset: 5pt, align: left + top, ..cells,
)
#let cn-image(path, alt, caption) = figure(
  image(path, alt: alt), caption: if caption == "" { none } else { caption }, numbering: none,
)
#let cn-missing-image(alt) = block(inset: 8pt, stroke: cn-line, emph(alt))
`;
