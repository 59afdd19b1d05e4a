/** What a server, a certificate or a report may hold, and must never become more than text. */
export const HOSTILE_TEXTS: Readonly<Record<string, string>> = {
  'an end of the script': '</script><script>alert(1)</script>',
  'a comment in the script': '<!--<script>',
  'an attribute with a handler': '"><img src=x onerror=alert(1)>',
  'a style': `</style><style>*{display:none}</style><link rel=stylesheet href=https://evil.example>`,
  'an attribute in single quotes': `' autofocus onfocus='alert(1)`,
  'text that runs backwards': '\u202egpj.exe\u202c \u2066a\u2069',
  'a terminal sequence': '\u001b[31mred\u001b[0m\u0007',
  'a terminal sequence of one byte': 'a\u009b31mred\u0085b\u007f',
  'line separators': 'a\u2028b\u2029c\r\nd\0e',
  'an entity': '&lt;b&gt; &amp; &#x3c;',
  'a lone surrogate': 'a\ud800b',
  'a very long word': 'x'.repeat(4096),
}
