//! `vanban sign`: signs fields of finished documents.

use std::path::{Path, PathBuf};
use std::time::SystemTime;

use clap::{Arg, ArgAction, ArgMatches, Command};

use crate::cli::common::{self, Common};
use crate::cli::exit::Exit;
use crate::cli::help::{Help, path};
use crate::cli::resources::{Need, Resources};
use crate::cli::sign_profile::{Level, Profile};
use crate::cli::terminal::Terminal;
use crate::cli::trust::{self, waiting};
use crate::finding::Finding;
use crate::finding::code::{Code, Effect};
use crate::finding::outcome::Failure;
use crate::finding::place::Place;
use crate::input::disk;
use crate::product::pages::fonts::Fonts;
use crate::product::signature_drawing::{self, Look};
use crate::product::{file_names, publish};
use crate::sign::crypto::certificate::Certificate;
use crate::sign::crypto::moment::Moment;
use crate::sign::key::Key;
use crate::sign::key::secret::{self, Source};
use crate::sign::key::token::Token;
use crate::sign::online::http::Patience;
use crate::sign::online::revocation::{Inquired, Network};
use crate::sign::pdf::field::Field;
use crate::sign::refusal::Refusal;
use crate::sign::steps::{LongTerm, Made, Order};

/// What is typed.
pub(crate) const NAME: &str = "sign";
/// What fields are called on the command line.
const FIELDS: [&str; 4] = ["leader", "seal", "second-leader", "second-seal"];

/// What is signed, and with what. What is not said here, the profile says.
pub(crate) struct Sign {
    files: Vec<PathBuf>,
    field: Field,
    key: Option<PathBuf>,
    /// PKCS#11 module of a token, in place of a file; which token, and which certificate on it.
    pkcs11: Option<PathBuf>,
    token: Option<String>,
    certificate: Option<String>,
    /// Where the password or PIN comes from.
    secret: Source,
    image: Option<PathBuf>,
    image_width: Option<f64>,
    tsa: Option<String>,
    level: Option<Level>,
    pss: bool,
    reason: Option<String>,
    location: Option<String>,
    trust: Vec<PathBuf>,
    ocsp: Option<String>,
    profile: Option<PathBuf>,
}

impl Sign {
    /// The command as its help shows it.
    pub(crate) fn command(help: &Help) -> Command {
        let files = Arg::new("files").value_name(help.value("FILE")).num_args(1..).required(true);
        let own = |name: &'static str, value: &'static str| help.option(name, value, &format!("help-sign-{name}"));
        help.command(NAME, &["help-sign-notes"])
            .arg(path(files.help(help.text("help-sign-files"))))
            .arg(own("field", "leader|seal").value_parser(FIELDS).required(true))
            .arg(path(own("key", "FILE")))
            .arg(path(own("pkcs11", "MODULE")).conflicts_with("key"))
            .arg(own("token", "LABEL"))
            .arg(own("certificate", "ID"))
            .arg(path(own("password-file", "FILE")).conflicts_with("password-fd"))
            .arg(own("password-fd", "N").value_parser(clap::value_parser!(u16)))
            .arg(path(own("image", "PNG")))
            .arg(own("image-width", "MM").value_parser(clap::value_parser!(f64)))
            .arg(own("tsa", "URL"))
            .arg(own("level", "b|t|lt").value_parser(["b", "t", "lt"]))
            .arg(help.switch("pss", "help-sign-pss"))
            .arg(own("reason", "TEXT"))
            .arg(own("location", "TEXT"))
            .arg(path(own("trust", "PEM")).action(ArgAction::Append))
            .arg(own("ocsp", "URL"))
            .arg(path(own("profile", "FILE")))
    }

    /// What was said of it.
    pub(crate) fn arguments(given: &ArgMatches) -> Self {
        let text = |name: &str| given.get_one::<String>(name).cloned();
        let path = |name: &str| given.get_one::<PathBuf>(name).cloned();
        Self {
            files: common::paths(given, "files"),
            field: text("field").as_deref().and_then(Field::called).unwrap_or(Field::Leader),
            key: path("key"),
            pkcs11: path("pkcs11"),
            token: text("token"),
            certificate: text("certificate"),
            secret: match (path("password-file"), given.get_one::<u16>("password-fd")) {
                (Some(file), _) => Source::File(file),
                (_, Some(number)) => Source::Descriptor(*number),
                _ => Source::Prompt,
            },
            image: path("image"),
            image_width: given.get_one::<f64>("image-width").copied(),
            tsa: text("tsa"),
            level: text("level").map(|level| match level.as_str() {
                "b" => Level::B,
                "t" => Level::T,
                _ => Level::Lt,
            }),
            pss: given.get_flag("pss"),
            reason: text("reason"),
            location: text("location"),
            trust: common::paths(given, "trust"),
            ocsp: text("ocsp"),
            profile: path("profile"),
        }
    }

    /// Signs the files; the exit code.
    pub(crate) fn run(self, common: &Common, terminal: &Terminal) -> Exit {
        match Desk::prepare(&self, common, terminal) {
            Ok(desk) => desk.sign_all(&self.files, terminal),
            Err(failure) => terminal.refuse(&failure),
        }
    }
}

/// Everything that signing takes, besides the files.
struct Desk {
    key: Key,
    field: Field,
    picture: Option<Look>,
    pss: bool,
    reason: Option<String>,
    location: Option<String>,
    server: Option<String>,
    anchors: Vec<Certificate>,
    /// What is known of the signer's certificates, and who was asked.
    inquired: Inquired,
    network: Network,
    /// Whether the files are to keep all that.
    keeps_evidence: bool,
    fonts: Fonts,
}

impl Desk {
    fn prepare(given: &Sign, common: &Common, terminal: &Terminal) -> Result<Self, Failure> {
        let profile = profile(given.profile.as_deref())?;
        let level = given.level.or(profile.level);
        let server = server(level, given.tsa.clone().or(profile.tsa.clone()))?;
        let anchors = trust::anchors(&[given.trust.clone(), profile.trust.clone()].concat())?;
        let picture = picture(given, &profile)?;
        let fonts = Resources::load(common, Need::Fonts)?.fonts()?.clone();
        let mut key = key(given, &profile, terminal)?;
        let owner = [("name", key.certificate.name()), ("issuer", key.certificate.issuer())];
        terminal.say("sign-key", &owner);
        if server.is_none() {
            terminal.say("sign-no-stamp", &[]);
        }
        let keeps_evidence = level == Some(Level::Lt);
        let patience = if keeps_evidence { Patience::for_evidence() } else { Patience::for_a_look() };
        let responder = given.ocsp.clone().or(profile.ocsp);
        let network = Network { now: Moment::of(SystemTime::now()), patience, responder };
        let asked = network.inquire(&key.certificate, &key.chain, &anchors, &mut waiting(terminal));
        let inquired = declined(asked)?;
        // The signature is to hold what leads to an authority; tokens often hold the signer's certificate alone.
        key.chain.extend(inquired.fetched.iter().cloned());
        terminal.report(&inquired.doubts);
        Ok(Self {
            key,
            field: given.field,
            picture,
            pss: given.pss || profile.pss,
            reason: given.reason.clone().or(profile.reason),
            location: given.location.clone().or(profile.location),
            server,
            anchors,
            inquired,
            network,
            keeps_evidence,
            fonts,
        })
    }

    fn sign_all(&self, files: &[PathBuf], terminal: &Terminal) -> Exit {
        let mut exit = Exit::Done;
        for (index, path) in files.iter().enumerate() {
            match self.sign(path, terminal) {
                Ok(target) => terminal.result(target.display()),
                Err(failure) => {
                    exit = exit.max(terminal.refuse(&failure));
                    let rest = files.len() - index - 1;
                    // A token that refuses once would count more tries, or fail with each file.
                    if rest > 0 && failure.findings().iter().any(|found| found.code.has(Effect::StopsToken)) {
                        terminal.say("sign-stopped", &[("count", rest.to_string())]);
                        break;
                    }
                }
            }
        }
        exit
    }

    /// Signs one file into a new one beside it; the new one's path.
    fn sign(&self, path: &Path, terminal: &Terminal) -> Result<PathBuf, Failure> {
        let target = signed_name(path, self.field);
        if target.exists() {
            let found = Finding::new(Code::SignExists, place(&target));
            return Err(found.refuses());
        }
        let pdf = disk::read_file(path)?;
        let order = Order {
            field: self.field,
            now: Moment::of(SystemTime::now()),
            pss: self.pss,
            reason: self.reason.as_deref(),
            location: self.location.as_deref(),
            server: self.server.as_deref(),
            patience: Patience::default(),
            anchors: &self.anchors,
            long_term: self.keeps_evidence.then_some(LongTerm { signer: &self.inquired, network: &self.network }),
        };
        let made = signature_drawing::sign(
            &pdf,
            &self.key,
            &order,
            self.picture.as_ref(),
            &self.fonts,
            &mut waiting(terminal),
        );
        let Made { pdf, stamp, doubts } = made.map_err(|refusal| trust::located(*refusal, path).refuses())?;
        publish::add(&target, &pdf)?;
        let stamp = stamp.map(|stamp| [("time", stamp.time.to_string()), ("server", stamp.server.name())]);
        if let Some(stamp) = stamp {
            terminal.say("sign-stamped", &stamp);
        }
        terminal.report(&doubts);
        Ok(target)
    }
}

fn place(path: &Path) -> Place {
    Place::File(path.display().to_string())
}

/// Beside the file, under the name of a signed one.
fn signed_name(path: &Path, field: Field) -> PathBuf {
    path.with_file_name(file_names::signed(&path.file_stem().unwrap_or_default().to_string_lossy(), field))
}

fn profile(path: Option<&Path>) -> Result<Profile, Failure> {
    let Some(path) = path else { return Ok(Profile::default()) };
    Profile::read(&disk::read_text(path)?, path).map_err(|refusal| trust::located(*refusal, path).refuses())
}

/// The time-stamp server to use. Without one there is no time stamp, which must then not have been asked for.
fn server(level: Option<Level>, server: Option<String>) -> Result<Option<String>, Failure> {
    match (level, server) {
        (Some(Level::B), _) => Ok(None),
        (Some(_), None) => Err(Finding::new(Code::SignNoServer, Place::Nowhere).fails()),
        (_, server) => Ok(server),
    }
}

fn picture(given: &Sign, profile: &Profile) -> Result<Option<Look>, Failure> {
    let from_profile = match given.field {
        Field::Leader | Field::SecondLeader => &profile.leader_image,
        Field::Seal | Field::SecondSeal => &profile.seal_image,
    };
    let Some(path) = given.image.as_ref().or(from_profile.as_ref()) else { return Ok(None) };
    let width = given.image_width.or(profile.seal_width.filter(|_| given.field.is_seal()));
    Ok(Some(Look::Picture { png: disk::read_file(path)?, width }))
}

/// Where the key is: as the command line says, or else as the profile does.
fn key(given: &Sign, profile: &Profile, terminal: &Terminal) -> Result<Key, Failure> {
    match (&given.key, &given.pkcs11, &profile.pkcs11, &profile.key) {
        (Some(file), ..) | (None, None, None, Some(file)) => key_in_file(file, &given.secret, terminal),
        (None, Some(module), ..) | (None, None, Some(module), _) => {
            let label = given.token.as_deref().or(profile.token.as_deref());
            let wanted = given.certificate.as_deref().or(profile.certificate.as_deref());
            key_on_token(module, label, wanted, &given.secret, terminal)
        }
        _ => Err(Finding::new(Code::SignNoKey, Place::Nowhere).fails()),
    }
}

fn key_in_file(path: &Path, source: &Source, terminal: &Terminal) -> Result<Key, Failure> {
    let bytes = disk::read_file(path)?;
    let question = terminal.messages.text("sign-password", &[("file", path.display().to_string())]);
    let password = failed(secret::get(source, &(question + " ")))?;
    Key::from_pkcs12(&bytes, &password).map_err(|refusal| trust::located(*refusal, path).refuses())
}

fn key_on_token(
    module: &Path,
    label: Option<&str>,
    wanted: Option<&str>,
    source: &Source,
    terminal: &Terminal,
) -> Result<Key, Failure> {
    let token = failed(Token::find(module, label))?;
    declined(token.check_tries())?;
    let args = [("label", token.label().to_owned())];
    let pin = match token.wants_pin() {
        true => {
            let question = terminal.messages.text("sign-pin", &args) + " ";
            Some(failed(secret::get(source, &question))?)
        }
        false => {
            terminal.say("sign-pin-pad", &args);
            None
        }
    };
    let opened = token.open(pin.as_ref().map(|pin| pin.as_str()), wanted, Moment::of(SystemTime::now()));
    let (key, certificate, chain) = declined(opened)?;
    declined(Key::on_token(key, certificate, chain))
}

/// A key or certificate that is refused.
fn declined<T>(result: Result<T, Refusal>) -> Result<T, Failure> {
    result.map_err(|refusal| refusal.refuses())
}

/// What the program cannot do.
fn failed<T>(result: Result<T, Refusal>) -> Result<T, Failure> {
    result.map_err(|refusal| refusal.fails())
}
