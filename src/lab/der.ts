// A few elements of DER (X.690), as far as the lab makes some by hand.

/** @param tag one byte: class, form and number */
export function der(tag: number, content: Buffer): Buffer {
  const { length } = content
  const header =
    length < 0x80
      ? [tag, length]
      : length < 0x100
        ? [tag, 0x81, length]
        : [tag, 0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from(header), content])
}

export function sequence(...elements: readonly Buffer[]): Buffer {
  return der(0x30, Buffer.concat(elements))
}

export function set(...elements: readonly Buffer[]): Buffer {
  return der(0x31, Buffer.concat(elements))
}

/** A context-specific tag, constructed. */
export function explicit(number: number, ...elements: readonly Buffer[]): Buffer {
  return der(0xa0 | number, Buffer.concat(elements))
}

export function octets(content: Buffer): Buffer {
  return der(0x04, content)
}

/** @param value below 128 */
export function integer(value: number): Buffer {
  return der(0x02, Buffer.of(value))
}

/** @param text `1.2.840.113549` */
export function oid(text: string): Buffer {
  const [first = 0, second = 0, ...rest] = text.split('.').map(Number)
  const bytes = [first * 40 + second, ...rest].flatMap((arc) => {
    const septets = [arc & 0x7f]
    for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128))
      septets.unshift((left & 0x7f) | 0x80)
    return septets
  })
  return der(0x06, Buffer.from(bytes))
}

/** `20260101000000Z` */
export function generalizedTime(time: Date): Buffer {
  return der(0x18, Buffer.from(`${time.toISOString().replace(/[-:T]|\..*$/g, '')}Z`))
}
