/** The shader that draws everything: compiled early, the driver has it ready, and itself warm, when the stage asks for it. */
export type ShaderSources = { readonly vertexShaderSource: string; readonly fragmentShaderSource: string }
/** File names of the builds, relative to the page; without `legacy` old engines get nothing. */
type LoaderParts = {
  readonly modern: string
  readonly legacy?: { readonly main: string; readonly polyfills: string }
  readonly shader: ShaderSources
}

/**
 * The first script of the page, in plain ES5: it must parse on the oldest box. It picks a build by feature test
 * (`?build=legacy` or `?build=modern` overrules it), and begins what needs no other code and takes long while the scripts
 * are on their way: the home screen's answer and its first pictures, the drawing context and the shader compiler. `src/platform/early-start.ts` takes both over; where
 * they do not fit, or are missing, the app makes its own.
 */
export function loaderOf({ modern, legacy, shader }: LoaderParts): string {
  const fallback =
    legacy === undefined ? '' : `  else add('./${legacy.polyfills}', false, function () { System.import('./${legacy.main}'); });\n`
  return `(function () {
  function add(source, isModule, then) {
    var script = document.createElement('script');
    script.src = source;
    script.crossOrigin = 'anonymous';
    if (isModule) script.type = 'module';
    if (then) script.onload = then;
    document.head.appendChild(script);
  }
  function isModern() {
    if (/[?&]build=legacy/.test(location.search)) return false;
    if (/[?&]build=modern/.test(location.search)) return true;
    try {
      new Function('a', 'return a?.b ?? import("data:,")');
      return 'noModule' in HTMLScriptElement.prototype && typeof AbortController === 'function';
    } catch (error) {
      return false;
    }
  }
  function chosenLocale() {
    var stored = null;
    try {
      stored = localStorage.getItem('ulan.tv.locale');
    } catch (error) {}
    return stored || (/^mn/.test(navigator.language) ? 'mn-Mong' : 'zh-Hans');
  }
  function askHome() {
    if (!window.fetch || !/^(#\\/?)?$/.test(location.hash)) return;
    early.homeUrl = '/api/v1/home?locale=' + chosenLocale() + '&device=tv';
    early.home = fetch(early.homeUrl, { headers: { accept: 'application/json' }, cache: 'no-cache' });
    early.home
      .then(function (reply) {
        return reply.clone().json();
      })
      .then(askPictures)
      .then(null, function () {});
  }
  function askPictures(home) {
    if (!window.createImageBitmap) return;
    var rails = home.rails.filter(function (rail) {
      return rail.cards.length > 0;
    });
    var cards = rails.length > 0 ? rails[0].cards.slice(0, 4) : [];
    for (var at = 0; at < cards.length; at += 1) askPicture(cards[at].posters, isUhd ? 'medium' : 'small', 'posters');
    if (home.heroes.length > 0) askPicture(home.heroes[0].card.posters, 'large', 'art');
  }
  function askPicture(posters, size, kind) {
    if (!posters || early[kind][posters[size]]) return;
    var picture = fetch(posters[size])
      .then(function (reply) {
        return reply.blob();
      })
      .then(function (blob) {
        return createImageBitmap(blob, { premultiplyAlpha: 'premultiply', colorSpaceConversion: 'none', imageOrientation: 'none' });
      });
    picture.then(null, function () {});
    early[kind][posters[size]] = picture;
  }
  function openContext() {
    var canvas = document.createElement('canvas');
    canvas.width = isUhd ? 3840 : 1920;
    canvas.height = isUhd ? 2160 : 1080;
    var wanted = { alpha: true, antialias: false, premultipliedAlpha: true, stencil: true, preserveDrawingBuffer: false };
    var gl = canvas.getContext('webgl', wanted);
    if (!gl) return;
    early.context = gl;
    var program = gl.createProgram();
    addShader(gl, program, gl.VERTEX_SHADER, ${JSON.stringify(shader.vertexShaderSource)});
    addShader(gl, program, gl.FRAGMENT_SHADER, ${JSON.stringify(shader.fragmentShaderSource)});
    gl.linkProgram(program);
    gl.deleteProgram(program);
    gl.flush();
  }
  function addShader(gl, program, kind, source) {
    var shader = gl.createShader(kind);
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
    gl.deleteShader(shader);
  }
  var isUhd = Math.round(screen.width * devicePixelRatio) >= 3840;
  var early = (window.earlyStart = { posters: {}, art: {} });
  askHome();
  if (isModern()) add('./${modern}', true);
${fallback}  openContext();
})();
`
}
