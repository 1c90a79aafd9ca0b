/** The shader that draws everything: compiled early, the driver has it ready, and itself warm, when the stage asks for it. */
type ShaderSources = { readonly vertexShaderSource: string; readonly fragmentShaderSource: string }
type Font = { readonly family: string; readonly file: string }
/** File names of the builds, relative to the page; without `legacy` old engines get nothing. */
export type LoaderParts = {
  readonly modern: string
  readonly legacy?: { readonly main: string; readonly polyfills: string }
  readonly fonts: readonly Font[]
  /** Size of the hero's art on a panel of 1080p; a larger one gets it as it is. */
  readonly art: { readonly widthPx: number; readonly heightPx: number }
  readonly shader: ShaderSources
}

/** Cards of the first rail that are on screen, the last one in part. */
const EARLY_CARDS = 5

/**
 * The first script of the page, in plain ES5 here and ES2015 when shortened: it must parse on the oldest box. It picks a build by feature test
 * (`?build=legacy` or `?build=modern` overrules it), and begins what needs no other code and takes long while the scripts
 * are on their way: the home screen's answer and its first pictures (in a worker: on this thread each of their steps would
 * wait for the long tasks of the start, 0.6 s on a slow box), the fonts, the drawing context and the shader.
 * `src/platform/early-start.ts` takes them over; where they do not fit, or are missing, the app makes its own. In a frame that the
 * newsroom has laid a preview on, home is there already, and is not asked for.
 */
export function loaderOf({ modern, legacy, fonts, art, shader }: LoaderParts): string {
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
    var tag = navigator.language;
    var boxes = /^mvf|^mn.*-(Mong|CN)/i.test(tag) ? 'mn-Mong' : /^mn/i.test(tag) ? 'mn-Cyrl' : 'zh-Hans';
    return stored || boxes;
  }
  function chosenRegion() {
    var stored = null;
    try {
      stored = localStorage.getItem('ulan.tv.region');
    } catch (error) {}
    return /^\\d{6}$/.test(stored) ? '&region=' + stored : '';
  }
  function childrensMode() {
    try {
      return localStorage.getItem('ulan.tv.kids') === 'on' ? '&kids=1' : '';
    } catch (error) {
      return '';
    }
  }
  function givenPreview() {
    try {
      return window.frameElement.tvPreview;
    } catch (error) {}
  }
  function askHome() {
    if (!window.Worker || !window.fetch || !window.createImageBitmap || !/^(#\\/?)?$/.test(location.hash)) return;
    var worker = new Worker(URL.createObjectURL(new Blob(['(' + askAside + ')()'], { type: 'text/javascript' })));
    var waiting = {};
    var left = 1;
    early.homeUrl = root + 'api/v1/home?locale=' + chosenLocale() + childrensMode() + '&device=tv' + chosenRegion();
    early.home = new Promise(function (resolve, reject) {
      worker.onmessage = function (event) {
        var message = event.data;
        left -= 1;
        if (message.home) {
          left += message.pictures.length;
          message.pictures.forEach(expect);
          resolve(new Response(message.home.text, { status: message.home.status, headers: { 'content-type': message.home.type } }));
        } else if (!message.url) reject(new TypeError('no answer'));
        else if (message.bitmap) waiting[message.url].resolve(message.bitmap);
        else waiting[message.url].reject(new TypeError('no picture'));
        if (left === 0) worker.terminate();
      };
    });
    early.home.then(null, function () {});
    worker.postMessage({ origin: location.origin, root: root, homeUrl: early.homeUrl, isUhd: isUhd });
    function expect(picture) {
      var promise = new Promise(function (resolve, reject) {
        waiting[picture.url] = { resolve: resolve, reject: reject };
      });
      promise.then(null, function () {});
      early[picture.kind][picture.url] = promise;
    }
  }
  function askAside() {
    self.onmessage = function (event) {
      var isUhd = event.data.isUhd;
      var origin = event.data.origin;
      var root = event.data.root;
      fetch(origin + event.data.homeUrl, { headers: { accept: 'application/json' }, cache: 'no-cache' })
        .then(function (reply) {
          return reply.text().then(function (text) {
            var pictures = reply.ok ? picturesOf(JSON.parse(text)) : [];
            postMessage({ home: { status: reply.status, type: reply.headers.get('content-type'), text: text }, pictures: pictures });
            pictures.forEach(askPicture);
          });
        })
        .then(null, function () {
          postMessage({});
        });
      function picturesOf(home) {
        var found = [];
        var rails = home.rails.filter(function (rail) {
          return rail.cards.length > 0;
        });
        var cards = rails.length > 0 ? rails[0].cards.slice(0, ${EARLY_CARDS}) : [];
        cards.forEach(function (card) {
          add(card.posters, isUhd ? 'medium' : 'small', 'posters');
        });
        if (home.heroes.length > 0) add(home.heroes[0].card.posters, 'large', 'art');
        return found;
        function add(posters, size, kind) {
          if (posters) found.push({ url: root + posters[size].slice(1), kind: kind });
        }
      }
      function askPicture(picture) {
        var wanted = { premultiplyAlpha: 'premultiply', colorSpaceConversion: 'none', imageOrientation: 'none' };
        if (picture.kind === 'art' && !isUhd) {
          wanted.resizeWidth = ${art.widthPx};
          wanted.resizeHeight = ${art.heightPx};
        }
        fetch(origin + picture.url)
          .then(function (reply) {
            return reply.blob();
          })
          .then(function (blob) {
            return createImageBitmap(blob, wanted);
          })
          .then(
            function (bitmap) {
              postMessage({ url: picture.url, bitmap: bitmap }, [bitmap]);
            },
            function () {
              postMessage({ url: picture.url });
            }
          );
      }
    };
  }
  function askFonts() {
    if (!window.FontFace) return;
    early.fonts = ${JSON.stringify(fonts)}.map(function (font) {
      var face = new FontFace(font.family, 'url(./' + font.file + ')').load();
      face.then(null, function () {});
      return face;
    });
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
    gl.flush();
    early.program = program;
  }
  function addShader(gl, program, kind, source) {
    var shader = gl.createShader(kind);
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
    gl.deleteShader(shader);
  }
  var isUhd = Math.round(screen.width * devicePixelRatio) >= 3840;
  var root = location.pathname.replace(/tv\\/[^/]*$/, '');
  var early = (window.earlyStart = { posters: {}, art: {} });
  early.preview = givenPreview();
  if (!early.preview) askHome();
  askFonts();
  if (isModern()) add('./${modern}', true);
${fallback}  openContext();
})();
`
}
