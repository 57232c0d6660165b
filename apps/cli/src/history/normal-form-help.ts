/** What an export gives back, in the words of the help texts. */
export const NORMAL_FORM_HELP = `Normal form of an article: UTF-8 without byte order mark, Unicode NFC (paths too), line feeds only; blanks
and tabs at the end of a line go, but exactly two blanks stay where a line of words ended with two or
more (a line break in Markdown); no empty lines at the end, one line feed after the last line; an empty
file stays empty. Nothing else changes, byte for byte. It is its own normal form.

Readers see each article as a lesson. Headings, lists, tables, quotes, links, bold and italics become those
of a lesson; code, HTML, pictures, footnotes, link definitions, crossed-out words, lists whose numbers
skip and whatever else a lesson has no block for stand in it as they were written. No word is lost. An
article that was edited here since is written from the lesson, in this system's own Markdown.`;
