import { describe, expect, test } from 'vitest'
import { distinctImages, readImage, readSavedImage } from '../../../lib/site/image-url.ts'

const hash = 'S6b49d67c7ff243599740e41d7ef657eeG'
const bare = `https://ae01.alicdn.com/kf/${hash}.jpg`

describe('pictures', () => {
  test.each([
    [bare, bare],
    [`//ae01.alicdn.com/kf/${hash}.jpg_480x480q75.jpg_.avif`, bare],
    [`http://ae01.alicdn.com/kf/${hash}.jpg_640x640.jpg_220x220.jpg`, bare],
    [`https://ae01.alicdn.com/kf/${hash}.jpg?has_lang=1&ver=2_220x220.png_.avif`, bare],
    [`https://ae01.alicdn.com/kf/${hash}.jpg_Q90.jpg_.webp?width=600`, bare],
    [
      `https://ae-pic-a1.aliexpress-media.com/kf/${hash}.png_.avif`,
      `https://ae-pic-a1.aliexpress-media.com/kf/${hash}.png`,
    ],
    [
      `https://ae01.alicdn.com/kf/${hash}/Some-Slug-5-8GHz.jpg_80x80.jpg`,
      `https://ae01.alicdn.com/kf/${hash}/Some-Slug-5-8GHz.jpg`,
    ],
  ])('%s is the picture %s', (address, url) => {
    expect(readImage(address)).toEqual({ hash, url })
  })

  test('a hash may hold dots', () => {
    expect(readImage('https://ae01.alicdn.com/kf/HTB1.DiLM7voK1RjSZFDq6xY3pXam/A.jpg')?.hash).toBe(
      'HTB1.DiLM7voK1RjSZFDq6xY3pXam',
    )
  })

  test.each([
    '',
    null,
    // A brace is no sign of any name in the DNS, yet an address may hold it.
    `https://{ae01.alicdn.com/kf/${hash}.jpg`,
    'data:image/gif;base64,R0lGODlhEAAQ',
    `https://ae01.alicdn.com/kf/${hash}/154x64.png`,
    'https://ae01.alicdn.com/kf/HTB18eCBQXXXXXXfXXXX760XFXXXa.png',
    `https://example.com/kf/${hash}.jpg`,
    `https://ae01.alicdn.com.example/kf/${hash}.jpg`,
    `https://ae01.alicdn.com/tfs/${hash}.jpg`,
    `https://ae01.alicdn.com/kf/${hash}`,
    'https://ae01.alicdn.com/kf/icon.png',
    `javascript:alert("/kf/${hash}.jpg")`,
  ])('%s is no product picture', (address) => {
    expect(readImage(address)).toBeNull()
  })

  test('one picture in two sizes and hosts is one', () => {
    const images = [bare, `https://ae04.alicdn.com/kf/${hash}/Slug.jpg_50x50.jpg`].map(readImage)
    expect(distinctImages([...images, null])).toEqual([{ hash, url: bare }])
  })

  test('files beside a saved page keep their hash', () => {
    expect(readSavedImage(`./Some title - AliExpress_files/${hash}.jpg_220x220q75.jpg_.avif`)).toEqual({
      hash,
      url: bare,
    })
    expect(readSavedImage(`https://example.com/x_files/${hash}.jpg`)).toBeNull()
    expect(readSavedImage('./x_files/154x64.png')).toBeNull()
  })
})
