import { describe, expect, it } from 'vitest'
import { escapeHtml } from '../../src/value/html.js'

describe('escapeHtml', () => {
  it.each([
    [`<a href="x" title='y'>&</a>`, '&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;&lt;/a&gt;'],
    ['&amp;', '&amp;amp;'],
    ['nothing to do', 'nothing to do'],
  ])('of %s', (text, escaped) => {
    expect(escapeHtml(text)).toBe(escaped)
  })
})
