//! `vanban sign`: signs fields of finished documents.

use std::path::{Path, PathBuf};
use std::time::SystemTime;

use clap::{Arg, ArgAction, ArgMatches, Command};

use crate::cli::options::{Options, waiting};
use crate::cli::resources::Resources;
use crate::cli::sign_profile::{Level, Profile};
use crate::cli::trust;
use crate::cli::{BUILT, FAILED, REFUSED};
use crate::finding::Finding;
use crate::finding::code::{Code, Effect};
use crate::finding::messages::Messages;
use crate::finding::outcome::Failure;
use crate::finding::place::Place;
use crate::input::disk;
use crate::product::file_names;
use crate::product::pages::fonts::Fonts;
use crate::product::publish;
use crate::product::signature_drawing::{self, Look};
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

/// The arguments of the command; `below` is its help without usage and notes.
pub fn command(messages: &Messages, below: &str) -> Command {
    let text = |code: &str| messages.text(code, &[]);
    let (usage, notes) = (text("help-usage"), text("help-sign-notes"));
    let own = |name: &'static str, value: &'static str| {
        Arg::new(name).long(name).value_name(value).help(text(&format!("help-sign-{name}")))
    };
    let path = |name, value| own(name, value).value_parser(clap::value_parser!(PathBuf));
    Command::new("sign")
        .about(text("help-sign"))
        .arg(
            Arg::new("files")
                .value_name("FILE")
                .num_args(1..)
                .required(true)
                .value_parser(clap::value_parser!(PathBuf))
                .help(text("help-sign-files")),
        )
        .arg(own("field", "leader|seal").value_parser(["leader", "seal"]).required(true))
        .arg(path("key", "FILE"))
        .arg(path("pkcs11", "MODULE").conflicts_with("key"))
        .arg(own("token", "LABEL"))
        .arg(own("certificate", "ID"))
        .arg(path("password-file", "FILE").conflicts_with("password-fd"))
        .arg(own("password-fd", "N").value_parser(clap::value_parser!(u16)))
        .arg(path("image", "PNG"))
        .arg(own("image-width", "MM").value_parser(clap::value_parser!(f64)))
        .arg(own("tsa", "URL"))
        .arg(own("level", "b|t|lt").value_parser(["b", "t", "lt"]))
        .arg(own("pss", "").num_args(0).action(ArgAction::SetTrue))
        .arg(own("reason", "TEXT"))
        .arg(own("location", "TEXT"))
        .arg(path("trust", "PEM").action(ArgAction::Append))
        .arg(own("ocsp", "URL"))
        .arg(path("profile", "FILE"))
        .help_template(format!("{{about-with-newline}}\n{usage}: {{usage}}\n\n{below}\n\n{notes}"))
        .disable_help_flag(true)
        .disable_version_flag(true)
}

/// Signs the files; the exit code.
pub fn run(matches: &ArgMatches, options: &Options) -> u8 {
    match Desk::prepare(matches, options) {
        Ok(desk) => desk.sign_all(matches, options),
        Err(failure) => {
            options.report(failure.findings());
            if let Failure::Refused(_) = failure { REFUSED } else { FAILED }
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
    fn prepare(matches: &ArgMatches, options: &Options) -> Result<Self, Failure> {
        let profile = profile(matches)?;
        let field = match matches.get_one::<String>("field").map(String::as_str) {
            Some("seal") => Field::Seal,
            _ => Field::Leader,
        };
        let stated = |name: &str| matches.get_one::<String>(name).cloned();
        let level = match stated("level").as_deref() {
            Some("b") => Some(Level::B),
            Some("t") => Some(Level::T),
            Some(_) => Some(Level::Lt),
            None => profile.level,
        };
        let server = server(level, stated("tsa").or(profile.tsa.clone()))?;
        let trust: Vec<PathBuf> = matches.get_many("trust").into_iter().flatten().cloned().collect();
        let anchors = trust::anchors(&[trust, profile.trust.clone()].concat())?;
        let picture = picture(matches, field, &profile)?;
        let fonts = Resources::load(options)?.fonts()?.clone();
        let mut key = key(matches, &profile, options)?;
        let owner = [("name", key.certificate.name()), ("issuer", key.certificate.issuer())];
        options.say("sign-key", &owner);
        if server.is_none() {
            options.say("sign-no-stamp", &[]);
        }
        let keeps_evidence = level == Some(Level::Lt);
        let patience = if keeps_evidence { Patience::for_evidence() } else { Patience::for_a_look() };
        let responder = stated("ocsp").or(profile.ocsp);
        let network = Network { now: Moment::of(SystemTime::now()), patience, responder };
        let asked = network.inquire(&key.certificate, &key.chain, &anchors, &mut waiting(options));
        let inquired = declined(asked)?;
        // The signature is to hold what leads to an authority; tokens often hold the signer's certificate alone.
        key.chain.extend(inquired.fetched.iter().cloned());
        options.report(&inquired.doubts);
        Ok(Self {
            key,
            field,
            picture,
            pss: matches.get_flag("pss") || profile.pss,
            reason: stated("reason").or(profile.reason),
            location: stated("location").or(profile.location),
            server,
            anchors,
            inquired,
            network,
            keeps_evidence,
            fonts,
        })
    }

    fn sign_all(&self, matches: &ArgMatches, options: &Options) -> u8 {
        let paths: Vec<&PathBuf> = matches.get_many("files").into_iter().flatten().collect();
        let mut code = BUILT;
        for (index, path) in paths.iter().enumerate() {
            match self.sign(path, options) {
                Ok(target) => println!("{}", target.display()),
                Err(failure) => {
                    options.report(failure.findings());
                    code = code.max(if let Failure::Refused(_) = failure { REFUSED } else { FAILED });
                    let rest = paths.len() - index - 1;
                    // A token that refuses once would count more tries, or fail with each file.
                    if rest > 0 && failure.findings().iter().any(|found| found.code.has(Effect::StopsToken)) {
                        options.say("sign-stopped", &[("count", rest.to_string())]);
                        break;
                    }
                }
            }
        }
        code
    }

    /// Signs one file into a new one beside it; the new one's path.
    fn sign(&self, path: &Path, options: &Options) -> Result<PathBuf, Failure> {
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
        let made =
            signature_drawing::sign(&pdf, &self.key, &order, self.picture.as_ref(), &self.fonts, &mut waiting(options));
        let Made { pdf, stamp, doubts } = made.map_err(|refusal| refused(*refusal, path))?;
        publish::add(&target, &pdf)?;
        let stamp = stamp.map(|stamp| [("time", stamp.time.to_string()), ("server", stamp.server.name())]);
        if let Some(stamp) = stamp {
            options.say("sign-stamped", &stamp);
        }
        options.report(&doubts);
        Ok(target)
    }
}

fn place(path: &Path) -> Place {
    Place::File(path.display().to_string())
}

/// A refusal that knows no place is about this file.
fn refused(mut found: Finding, path: &Path) -> Failure {
    if found.place == Place::Nowhere {
        found.place = place(path);
    }
    found.refuses()
}

/// Beside the file, under the name of a signed one.
fn signed_name(path: &Path, field: Field) -> PathBuf {
    path.with_file_name(file_names::signed(&path.file_stem().unwrap_or_default().to_string_lossy(), field))
}

fn profile(matches: &ArgMatches) -> Result<Profile, Failure> {
    let Some(path) = matches.get_one::<PathBuf>("profile") else { return Ok(Profile::default()) };
    let text = String::from_utf8_lossy(&disk::read_file(path)?).into_owned();
    Profile::read(&text, path).map_err(|refusal| refused(*refusal, path))
}

/// The time-stamp server to use. Without one there is no time stamp, which must then not have been asked for.
fn server(level: Option<Level>, server: Option<String>) -> Result<Option<String>, Failure> {
    match (level, server) {
        (Some(Level::B), _) => Ok(None),
        (Some(_), None) => Err(Finding::new(Code::SignNoServer, Place::Nowhere).fails()),
        (_, server) => Ok(server),
    }
}

fn picture(matches: &ArgMatches, field: Field, profile: &Profile) -> Result<Option<Look>, Failure> {
    let from_profile = match field {
        Field::Leader => &profile.leader_image,
        Field::Seal => &profile.seal_image,
    };
    let Some(path) = matches.get_one::<PathBuf>("image").or(from_profile.as_ref()) else { return Ok(None) };
    let stated = matches.get_one::<f64>("image-width").copied();
    let width = stated.or(profile.seal_width.filter(|_| field == Field::Seal));
    Ok(Some(Look::Picture { png: disk::read_file(path)?, width }))
}

/// Where the key is: as the command line says, or else as the profile does.
fn key(matches: &ArgMatches, profile: &Profile, options: &Options) -> Result<Key, Failure> {
    let given = |name| matches.get_one::<PathBuf>(name);
    let stated = |name: &str, other: &Option<String>| matches.get_one::<String>(name).or(other.as_ref()).cloned();
    match (given("key"), given("pkcs11"), &profile.pkcs11, &profile.key) {
        (Some(file), ..) | (None, None, None, Some(file)) => key_in_file(file, matches, options),
        (None, Some(module), ..) | (None, None, Some(module), _) => {
            let (label, wanted) = (stated("token", &profile.token), stated("certificate", &profile.certificate));
            key_on_token(module, label.as_deref(), wanted.as_deref(), matches, options)
        }
        _ => Err(Finding::new(Code::SignNoKey, Place::Nowhere).fails()),
    }
}

fn key_in_file(path: &Path, matches: &ArgMatches, options: &Options) -> Result<Key, Failure> {
    let bytes = disk::read_file(path)?;
    let question = options.messages.text("sign-password", &[("file", path.display().to_string())]);
    let password = failed(secret::get(&source(matches), &(question + " ")))?;
    Key::from_pkcs12(&bytes, &password).map_err(|refusal| refused(*refusal, path))
}

fn key_on_token(
    module: &Path,
    label: Option<&str>,
    wanted: Option<&str>,
    matches: &ArgMatches,
    options: &Options,
) -> Result<Key, Failure> {
    let token = failed(Token::find(module, label))?;
    declined(token.check_tries())?;
    let args = [("label", token.label().to_owned())];
    let pin = match token.wants_pin() {
        true => {
            let question = options.messages.text("sign-pin", &args) + " ";
            Some(failed(secret::get(&source(matches), &question))?)
        }
        false => {
            options.say("sign-pin-pad", &args);
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

/// Where the password or PIN comes from.
fn source(matches: &ArgMatches) -> Source {
    match (matches.get_one::<PathBuf>("password-file"), matches.get_one::<u16>("password-fd")) {
        (Some(file), _) => Source::File(file.clone()),
        (_, Some(number)) => Source::Descriptor(*number),
        _ => Source::Prompt,
    }
}
