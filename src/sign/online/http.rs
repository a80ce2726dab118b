//! The one door to the network: time-stamp servers, revocation answers and lists, over plain HTTP. What comes is
//! signed itself, so it is judged by its signature and not by the connection (RFC 3161, 3.4; RFC 6960, A.1).

use std::io;
use std::time::Duration;

use ureq::Agent;

use crate::finding::code::Code;
use crate::sign::refusal::{Refusal, refusal};

/// The most bytes of an answer; revocation lists of large authorities have some megabytes.
const MAX_ANSWER: u64 = 32 << 20;

/// How long a server is waited for, and how often.
#[derive(Debug, Clone)]
pub struct Patience {
    /// For one answer.
    pub limit: Duration,
    /// Pauses before the second try, the third, …
    pub pauses: Vec<Duration>,
}

impl Patience {
    /// For evidence that a file is to keep.
    pub(crate) fn for_evidence() -> Self {
        Self { limit: Duration::from_secs(60), pauses: vec![Duration::from_secs(2)] }
    }

    /// For a question whose answer is good to know, asked while somebody waits.
    pub(crate) fn for_a_look() -> Self {
        Self { limit: Duration::from_secs(15), pauses: Vec::new() }
    }
}

impl Default for Patience {
    /// Public servers have been measured to take up to 131 seconds.
    fn default() -> Self {
        Self { limit: Duration::from_secs(180), pauses: [2, 4].map(Duration::from_secs).to_vec() }
    }
}

/// A request.
#[derive(Debug, Clone)]
pub(crate) enum Request<'a> {
    /// Asks for what lies at an address.
    Get,
    /// Sends a body of this media type.
    Post(&'static str, &'a [u8]),
}

/// Asks a server, as often as `patience` allows; `waiting` is told of each try: its address and number, counted
/// from 1.
///
/// # Errors
/// An address that is not `http://…`, and the last failure where all tries failed.
pub(crate) fn ask(
    url: &str,
    request: &Request<'_>,
    patience: &Patience,
    waiting: &mut dyn FnMut(&str, usize),
) -> Result<Vec<u8>, Refusal> {
    if !url.starts_with("http://") {
        return Err(refusal(Code::ServerAddress).with("url", url).into());
    }
    let config = Agent::config_builder().timeout_global(Some(patience.limit)).max_redirects(3);
    let agent: Agent = config.build().into();
    let tries = patience.pauses.len() + 1;
    let mut failure = io::Error::from(io::ErrorKind::TimedOut);
    for number in 1..=tries {
        waiting(url, number);
        match once(&agent, url, request) {
            Ok(answer) => return Ok(answer),
            // Asking again does not change the server's mind.
            Err(ureq::Error::StatusCode(status)) if (400..500).contains(&status) => {
                return Err(refusal(Code::ServerRefused).with("url", url).with("status", status).into());
            }
            Err(error) => failure = as_of_the_system(error),
        }
        if let Some(pause) = patience.pauses.get(number - 1) {
            std::thread::sleep(*pause);
        }
    }
    Err(refusal(Code::ServerUnreachable).with("url", url).with("tries", tries).because(&failure).into())
}

/// The network's own troubles are those of the system.
fn as_of_the_system(error: ureq::Error) -> io::Error {
    match error {
        ureq::Error::Io(error) => error,
        ureq::Error::Timeout(_) => io::ErrorKind::TimedOut.into(),
        ureq::Error::HostNotFound => io::ErrorKind::HostUnreachable.into(),
        ureq::Error::ConnectionFailed => io::ErrorKind::ConnectionRefused.into(),
        other => io::Error::other(other),
    }
}

fn once(agent: &Agent, url: &str, request: &Request<'_>) -> Result<Vec<u8>, ureq::Error> {
    let mut answer = match request {
        Request::Get => agent.get(url).call()?,
        Request::Post(kind, body) => agent.post(url).content_type(*kind).send(*body)?,
    };
    answer.body_mut().with_config().limit(MAX_ANSWER).read_to_vec()
}
