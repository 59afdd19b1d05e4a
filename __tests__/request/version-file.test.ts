// Every form of a version-file, as projects write them and as somebody hostile would.
import { parseVersionFile } from '../../src/request/version-file.js'

const CLIENT_GO = 'module x\n\ngo 1.24\n\nrequire k8s.io/client-go v0.35.2\n'
const PSEUDO_VERSION = 'v0.0.0-20241104163129-6fe5fd82f078'
const tools = (lines: string): string => `[tools]\n${lines}\n`
const inBlock = (verb: string, ...lines: string[]): string =>
  `${verb} (\n${lines.map((line) => `\t${line}\n`).join('')})\n`

describe('a plain file', () => {
  test.each([
    ['v1.35.2', 'v1.35.2'],
    ['\n# pinned\n  # by us\n 1.35 \n\n# the end', '1.35'],
    ['\n# pinned\r\n 1.35 \r\n\n', '1.35'],
    ['\ufeffstable-1.35\n', 'stable-1.35'],
    // A file that no tool manager owns has our own words.
    ['latest\n', 'latest'],
    ['>=1.33 <1.36', '>=1.33 <1.36'],
    ['<1.36 >1.33', '<1.36 >1.33'],
    ['<v1.36 >v1.33', '<v1.36 >v1.33'],
    ['1'.repeat(100), '1'.repeat(100)],
    [`# ${'long '.repeat(50)}\n#\ttabbed\n1.35.2`, '1.35.2'],
  ])('%j is %j', (text, version) => {
    expect(parseVersionFile('.kubernetes-version', text)).toEqual({
      text: version,
      detail: '.kubernetes-version',
    })
  })

  test.each([
    ['', /^VERSION names no version; allowed: /],
    ['\ufeff\r\n\r\n', /names no version/],
    ['# nothing\n', /names no version/],
    ['v1.35.2\nv1.35.3\n', /more than a version: "v1\.35\.2" and "v1\.35\.3"; allowed: /],
    ['v1.35.2\n# why\nv1.35.2\n', /"v1\.35\.2" and "v1\.35\.2"/],
    ['<!DOCTYPE html>', /more than a version: an HTML page; /],
    ['<html>\n<body>502</body>\n</html>', /an HTML page/],
    ['<!-- a -->', /an HTML page/],
    ['<?xml version="1.0"?>', /an HTML page/],
    ['<h1>502</h1>', /an HTML page/],
    ['v1.35.2\u001b[0m', /more than a version: control characters/],
    ['v1.35.2\u0000', /control characters/],
    ['v1.35.2\rv1.35.3', /control characters/],
    ['v1.35.2\u0085', /control characters/],
    ['# \u0007\nv1.35.2', /control characters/],
    ['v1.35.2\tv1.35.3', /more than a version: "v1\.35\.2 v1\.35\.3"/],
    ['1'.repeat(101), /more than a version: "\(101 characters\)" with 101 characters/],
    [`${'1'.repeat(80)}\n${'2'.repeat(80)}`, /"\(80 characters\)" and "\(80 characters\)"/],
  ])('%j is refused', (text, error) => {
    expect(parseVersionFile('VERSION', text)).toEqual({ error: expect.stringMatching(error) as string })
  })

  test.each(['tool-versions', 'my.tool-versions', 'go.mod.bak', 'mise.toml.txt', 'toml'])(
    '%s is one',
    (name) => {
      expect(parseVersionFile(name, '1.35.2')).toEqual({ text: '1.35.2', detail: name })
    },
  )
})

describe('.tool-versions', () => {
  test.each([
    ['nodejs 24.1.0\nkubectl 1.35.2 # pinned\n', '1.35.2', 'kubectl'],
    ['\ufeff  kubectl\tv1.35.2\t\r\n', 'v1.35.2', 'kubectl'],
    ['kubectl 1.35.2#pinned', '1.35.2', 'kubectl'],
    ['kubernetes 1.35.2\n', '1.35.2', 'kubernetes'],
    ['kubernetes 1.34.7\nkubectl 1.35.2\n', '1.35.2', 'kubectl'],
    ['#kubectl 1.34.7\nkubectl 1.35.2\nkubectl-x 1.0.0', '1.35.2', 'kubectl'],
    ['kubectl latest\n', 'stable', 'kubectl latest'],
  ])('%j is %j', (text, version, tool) => {
    expect(parseVersionFile('.tool-versions', text)).toEqual({
      text: version,
      detail: `${tool} in .tool-versions`,
    })
  })

  test.each([
    ['', /^\.tool-versions has no line for kubectl; allowed: /],
    ['nodejs 24.1.0\n', /no line for kubectl/],
    ['# kubectl 1.35.2\n', /no line for kubectl/],
    ['kubectl\n', /no single version of kubectl: "kubectl"; allowed: /],
    ['kubectl # 1.35.2\n', /no single version of kubectl: "kubectl"/],
    ['kubectl\nkubernetes 1.35.2', /no single version of kubectl: "kubectl"/],
    ['kubectl 1.35.2 1.34.7\n', /no single version of kubectl: "kubectl 1\.35\.2 1\.34\.7"/],
    ['kubectl 1.35.2\nkubectl 1.34.7\n', /"kubectl 1\.35\.2" and "kubectl 1\.34\.7"/],
    ['kubectl 1.35.2\nkubectl 1.35.2\n', /"kubectl 1\.35\.2" and "kubectl 1\.35\.2"/],
    ['kubernetes 1.35.2\nkubernetes 1.34.7\n', /no single version of kubernetes/],
    ['kubectl ref:main\n', /no single version of kubectl: "kubectl ref:…"/],
    ['kubectl path:/opt/kubectl\n', /no single version/],
    ['kubectl latest:1.35\n', /no single version/],
    ['kubectl system\n', /no single version/],
    ['kubectl 1.35.2\u001b[0m\n', /no single version/],
    [`kubectl ${'1'.repeat(101)}`, /"kubectl \(101 characters\)"/],
  ])('%j is refused', (text, error) => {
    expect(parseVersionFile('.tool-versions', text)).toEqual({
      error: expect.stringMatching(error) as string,
    })
  })
})

describe('mise.toml', () => {
  test.each([
    ['mise.toml', tools('node = "24"\nkubectl = "1.35.2"'), '1.35.2', 'kubectl'],
    ['mise.toml', `\ufeff${tools('kubectl = "1.35.2"').replaceAll('\n', '\r\n')}`, '1.35.2', 'kubectl'],
    ['.mise.toml', tools('kubectl = { version = "1.35" }'), '1.35', 'kubectl'],
    ['mise.local.toml', '[tools.kubectl]\nversion = "1.35"\nos = ["linux"]', '1.35', 'kubectl'],
    ['mise.toml', tools('kubectl = ["1.35.2"]'), '1.35.2', 'kubectl'],
    ['mise.toml', tools('kubectl = [{ version = "1.35.2" }]'), '1.35.2', 'kubectl'],
    ['mise.toml', 'tools = { kubectl = "1.35.2" }', '1.35.2', 'kubectl'],
    ['mise.toml', tools('kubectl = "latest"'), 'stable', 'kubectl latest'],
    ['.mise.toml', tools('kubectl = { version = "latest" }'), 'stable', 'kubectl latest'],
    [
      'mise.toml',
      tools('"aqua:kubernetes/kubectl" = "1.35.2"\n"ubi:kubectl/x" = "1"'),
      '1.35.2',
      'aqua:kubernetes/kubectl',
    ],
    ['mise.toml', tools('"asdf:kubectl" = "1.35.2"\nkubernetes = "1.34"'), '1.35.2', 'asdf:kubectl'],
    ['mise.toml', `${tools('kubectl = "1.35.2"')}[other]\nkubectl = "1.34"`, '1.35.2', 'kubectl'],
  ])('%s with %j is %j', (name, text, version, key) => {
    expect(parseVersionFile(name, text)).toEqual({ text: version, detail: `${key} in ${name}` })
  })

  test.each([
    ['[tools', /^mise\.toml is no TOML at line 1, column \d+; allowed: \[tools\] with kubectl = "1\.35\.2"/],
    ['[env]\nTOKEN = hunter2', /^mise\.toml is no TOML at line 2, column \d+; allowed: [^\n]*$/],
    [tools('kubectl = "1.35"\nkubectl = "1.34"'), /no TOML at line 3/],
    [`a = ${'['.repeat(2000)}`, /no TOML/],
    ['', /no single version of kubectl: \[tools\] does not have it; allowed: /],
    ['kubectl = "1.35"', /does not have it/],
    ['tools = "kubectl"', /does not have it/],
    ['tools = 7', /does not have it/],
    ['[[tools]]\nkubectl = "1.35"', /does not have it/],
    ['[tools.__proto__]\nkubectl = "1.35"', /does not have it/],
    [tools('node = "24"'), /does not have it/],
    [tools('notkubectl = "1.35"\n"kubectl/x" = "1.35"'), /does not have it/],
    [
      tools('kubectl = 1.35'),
      /no single version of kubectl: its value has the type number, in which 1\.30 is 1\.3: quote it/,
    ],
    [tools('kubectl = [1.35]'), /the type number/],
    [tools('kubectl = { version = 1.35 }'), /the type number/],
    [tools('kubectl = 1979-05-27'), /the type object/],
    [tools('kubectl = { os = "linux" }'), /the type object/],
    [tools('kubectl = { __proto__ = { version = "1.35" } }'), /the type object/],
    [tools('kubectl = ["1.35", "1.34"]'), /a list of 2/],
    [tools('kubectl = ["1.35", "1.35"]'), /a list of 2/],
    [tools('kubectl = []'), /a list of 0/],
    [tools('kubectl = [["1.35"]]'), /a list of 1/],
    [tools('kubectl = ""'), /: ""; /],
    [tools('kubectl = "ref:main"'), /: "ref:…"; /],
    [tools('kubectl = "prefix:1.35"'), /: "prefix:…"; /],
    [tools('kubectl = "system"'), /: "system"; /],
    [tools('kubectl = "1.35\\n::add-path::x"'), /no single version/],
    [tools('kubectl = "1.35\\u001b"'), /no single version/],
    [tools(`kubectl = "${'1'.repeat(101)}"`), /: "\(101 characters\)"; /],
    [tools('kubectl = "1.35"\n"ubi:x/kubectl" = "1.35"'), /two keys for it/],
  ])('%j is refused', (text, error) => {
    expect(parseVersionFile('mise.toml', text)).toEqual({ error: expect.stringMatching(error) as string })
  })
})

describe('go.mod', () => {
  test.each([
    [CLIENT_GO, 'v1.35.2', 'k8s.io/client-go v0.35.2'],
    [`\ufeff${CLIENT_GO.replaceAll('\n', '\r\n')}`, 'v1.35.2', 'k8s.io/client-go v0.35.2'],
    ['require k8s.io/kubernetes v1.35.2\n', 'v1.35.2', 'k8s.io/kubernetes v1.35.2'],
    ['require k8s.io/api v0.36.0-rc.1', 'v1.36.0-rc.1', 'k8s.io/api v0.36.0-rc.1'],
    ['require k8s.io/api v0.37.0-alpha.1', 'v1.37.0-alpha.1', 'k8s.io/api v0.37.0-alpha.1'],
    ['require "k8s.io/api" `v0.35.2` // why', 'v1.35.2', 'k8s.io/api v0.35.2'],
    ['require( // ours\nk8s.io/api v0.35.2\n) // end', 'v1.35.2', 'k8s.io/api v0.35.2'],
    ['require ()\nrequire k8s.io/api v0.35.2', 'v1.35.2', 'k8s.io/api v0.35.2'],
    ...['cri-streaming', 'legacy-cloud-providers', 'kube-aggregator', 'kubelet'].map((name) => [
      `require k8s.io/${name} v0.30.1`,
      'v1.30.1',
      `k8s.io/${name} v0.30.1`,
    ]),
    [
      inBlock(
        'require',
        'k8s.io/api v0.35.2',
        'k8s.io/client-go v0.35.2',
        'k8s.io/klog/v2 v2.130.1',
        `k8s.io/utils ${PSEUDO_VERSION}`,
        `k8s.io/kube-openapi ${PSEUDO_VERSION}`,
        'k8s.io/klog v1.0.0',
        'k8s.io/api/v2 v2.0.0',
        'example.com/k8s.io/api v0.1.0',
      ) + inBlock('require', 'k8s.io/apiserver v0.34.0 // indirect', 'k8s.io/kms v0.33.0 //indirect; kept'),
      'v1.35.2',
      'k8s.io/api v0.35.2',
    ],
    ['require k8s.io/api v0.35.2 // indirect\n', 'v1.35.2', 'k8s.io/api v0.35.2'],
    [
      `${CLIENT_GO}replace k8s.io/client-go => k8s.io/client-go v0.35.1\n`,
      'v1.35.1',
      'k8s.io/client-go v0.35.1',
    ],
    [
      `${CLIENT_GO}replace k8s.io/client-go v0.35.2 => k8s.io/client-go v0.35.1\nreplace k8s.io/client-go => k8s.io/client-go v0.34.0`,
      'v1.35.1',
      'k8s.io/client-go v0.35.1',
    ],
    [
      `${CLIENT_GO}replace k8s.io/client-go v0.34.0 => k8s.io/client-go v0.35.1\n`,
      'v1.35.2',
      'k8s.io/client-go v0.35.2',
    ],
    [
      // How users of k8s.io/kubernetes have to write it.
      inBlock('require', 'k8s.io/api v0.0.0', 'k8s.io/kubernetes v1.35.2') +
        inBlock('replace', 'k8s.io/api => k8s.io/api v0.35.2', 'k8s.io/kms => k8s.io/kms v0.35.2'),
      'v1.35.2',
      'k8s.io/api v0.35.2',
    ],
    [
      `${CLIENT_GO}${inBlock('replace', 'k8s.io/client-go => ../client-go')}replace k8s.io/client-go => example.com/fork v0.34.0\n`,
      'v1.35.2',
      'k8s.io/client-go v0.35.2',
    ],
    [
      `${CLIENT_GO}exclude k8s.io/api v0.34.0\n${inBlock('exclude', 'k8s.io/api v0.34.1')}${inBlock('retract', 'k8s.io/api v0.34.1')}tool k8s.io/code-generator v0.1.0\nnews k8s.io/client-go => k8s.io/client-go v0.34.0`,
      'v1.35.2',
      'k8s.io/client-go v0.35.2',
    ],
  ])('%j is %j', (text = '', version, detail) => {
    expect(parseVersionFile('go.mod', text)).toEqual({ text: version, detail: `${detail} in go.mod` })
  })

  test.each([
    ['', /requires no module of Kubernetes; allowed: /],
    ['module k8s.io/client-go\n', /requires no module/],
    ['require k8s.io/klog/v2 v2.130.1\n', /requires no module/],
    ['// require k8s.io/client-go v0.35.2\n', /requires no module/],
    ['replace k8s.io/api => k8s.io/api v0.35.2', /requires no module/],
    [inBlock('exclude', 'k8s.io/api v0.35.2'), /requires no module/],
    [`${inBlock('require')}k8s.io/api v0.35.2`, /requires no module/],
    [
      `require k8s.io/api ${PSEUDO_VERSION}\n`,
      /k8s\.io\/api "v0\.0\.0-20241104163129-6fe5fd82f078", a pseudo-version, a commit that is of no release; /,
    ],
    ['require k8s.io/api v0.35.3-0.20241104163129-6fe5fd82f078\n', /a pseudo-version/],
    ['require k8s.io/api v0.35.0-rc.1.0.20241104163129-6fe5fd82f078\n', /a pseudo-version/],
    [
      inBlock('require', 'k8s.io/api v0.35.2', `k8s.io/kms ${PSEUDO_VERSION}`),
      /k8s\.io\/kms "v0\.0\.0-.* a pseudo/,
    ],
    ['require k8s.io/api v0.0.0\n', /k8s\.io\/api "v0\.0\.0", of no release/],
    ['require k8s.io/client-go v12.0.0+incompatible\n', /of no release/],
    ['require k8s.io/api v1.35.2\n', /of no release/],
    ['require k8s.io/kubernetes v0.35.2\n', /of no release/],
    ['require k8s.io/api v0.35\n', /of no release/],
    ['require k8s.io/api v0.35.2-evil\n', /of no release/],
    ['require k8s.io/api\n', /k8s\.io\/api "", of no release/],
    ['require k8s.io/api v0.35.2 v0.34.7\n', /k8s\.io\/api "v0\.35\.2 v0\.34\.7", of no release/],
    [`require k8s.io/api v0.${'9'.repeat(70)}.1\n`, /"\(75 characters\)", of no release/],
    [
      inBlock('require', 'k8s.io/api v0.35.2', 'k8s.io/client-go v0.34.7'),
      /several releases: k8s\.io\/api v0\.35\.2 and k8s\.io\/client-go v0\.34\.7; allowed: one release/,
    ],
    [
      'require k8s.io/api v0.35.2\nrequire k8s.io/api v0.34.7',
      /k8s\.io\/api v0\.35\.2 and k8s\.io\/api v0\.34\.7/,
    ],
    ['require k8s.io/api v0.35.2\nrequire k8s.io/kubernetes v1.34.7', /several releases/],
    ['require k8s.io/api v0.35.2 // indirect\nrequire k8s.io/kms v0.34.7 // indirect', /several releases/],
    ['require k8s.io/api v0.35.2\nrequire k8s.io/kms v0.34.7 // indirectly', /several releases/],
    [
      `${CLIENT_GO}require k8s.io/api v0.35.2\nreplace k8s.io/api => k8s.io/api v0.35.1`,
      /k8s\.io\/client-go v0\.35\.2 and k8s\.io\/api v0\.35\.1/,
    ],
    [
      `${CLIENT_GO}replace k8s.io/client-go => k8s.io/client-go v0.35.1\nreplace k8s.io/client-go => k8s.io/client-go v0.35.2`,
      /k8s\.io\/client-go "v0\.35\.1 and v0\.35\.2", of no release/,
    ],
    [`${CLIENT_GO}replace k8s.io/client-go => k8s.io/client-go ${PSEUDO_VERSION}`, /a pseudo-version/],
  ])('%j is refused', (text, error) => {
    expect(parseVersionFile('go.mod', text)).toEqual({ error: expect.stringMatching(error) as string })
  })
})
